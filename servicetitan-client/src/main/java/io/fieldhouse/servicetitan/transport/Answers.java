package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Retries;
import io.fieldhouse.client.transport.Exchange;
import io.fieldhouse.client.transport.FirstPage;
import io.fieldhouse.client.transport.PageSize;
import io.fieldhouse.client.transport.Part;
import io.fieldhouse.client.transport.Reading;
import io.fieldhouse.client.transport.Tokens;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/** Makes the methods of the API's interfaces return what they promise, instead of calls. */
public final class Answers extends CallAdapter.Factory implements AutoCloseable {
    private final ServiceTitanConfig config;
    private final Address address;
    private final ServiceTitanVendor vendor;
    private final Transport transport;

    /** Takes a clock that only ever goes forward, in nanoseconds. */
    public Answers(ServiceTitanConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.address = new Address(config);
        this.vendor = new ServiceTitanVendor(config.credentials().appKey());
        Exchange exchange = new Exchange(vendor, config.pace(), config.bounds(), config.hooks());
        Tokens tokens = new Tokens(vendor, new ClientCredentialsGrant(exchange, config), nanoTime);
        this.transport = new Transport(vendor, exchange, tokens, config.retries());
    }

    private Answers(ServiceTitanConfig config, ServiceTitanVendor vendor, Transport transport) {
        this.config = config;
        this.address = new Address(config);
        this.vendor = vendor;
        this.transport = transport;
    }

    /** The same with other retries; all else is common to both. */
    public Answers with(Retries retries) {
        return new Answers(config.with(retries), vendor, transport.with(retries));
    }

    /** What makes the interfaces. */
    public Retrofit retrofit() {
        return new Retrofit.Builder()
                .baseUrl(address.base())
                .callFactory(transport.requests())
                .addCallAdapterFactory(this)
                .addConverterFactory(new Paths())
                .validateEagerly(true)
                .build();
    }

    /** Where things are. */
    public Address address() {
        return address;
    }

    /** What gets any other answer. */
    public Transport transport() {
        return transport;
    }

    @Override
    public CallAdapter<?, ?> get(Type returned, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returned) == Paged.class) {
            Listing listing = listing(annotations);
            return adapter(item(returned), (resource, request) -> paged(resource, request, listing));
        }
        if (getRawType(returned) == Export.class) {
            return adapter(item(returned), Answers::export);
        }
        return adapter(returned, (resource, request) -> resource.single());
    }

    private static Type item(Type returned) {
        return getParameterUpperBound(0, (ParameterizedType) returned);
    }

    private static Listing listing(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A list says by @Listing what its endpoint can do."));
    }

    /** Looks at whole paths before Retrofit does, which makes something of each. */
    private static final class Paths extends Converter.Factory {
        @Override
        public @Nullable Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
            boolean isWhole = Arrays.stream(annotations).anyMatch(one -> one instanceof Path path && path.encoded());
            return isWhole ? (Converter<String, String>) Address::named : null;
        }
    }

    private interface Asking {
        Object about(Resource<Object> resource, Request request);
    }

    private CallAdapter<ResponseBody, Object> adapter(Type item, Asking asking) {
        PageDecoder<Object> decoder = new PageDecoder<>(item);
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return ResponseBody.class;
            }

            @Override
            public Object adapt(Call<ResponseBody> call) {
                Request named = call.request();
                Request request =
                        named.newBuilder().url(address.of(named.url())).build();
                return asking.about(new Resource<>(request, transport, decoder), request);
            }
        };
    }

    private Paged<Object> paged(Resource<Object> resource, Request request, Listing listing) {
        Query query = given(request.tag(Query.class), "A list takes a query: say Query.all() for everything.");
        requireKnown(query, listing, request);
        requireOrder(query, listing, request);
        return new Paged<>(
                () -> new Reading<>(
                        vendor,
                        request,
                        (workers, usage) -> parts(resource, listing, query, workers, usage),
                        config.pace().requestsInFlight()),
                why -> Failures.badAnswer(request, why));
    }

    private static Iterator<Part<Object>> parts(
            Resource<Object> resource, Listing listing, Query query, ExecutorService workers, UsageCounter usage) {
        return query.parts().stream()
                .map(question -> question.limit() > 0
                        ? new FirstPage<>(workers, () -> firstPage(resource, listing, question, usage))
                        : part(new Lookahead<>(resource, listing, workers, question, usage), listing, question))
                .iterator();
    }

    private static Page<Object> firstPage(
            Resource<Object> resource, Listing listing, Query question, UsageCounter usage) {
        Window window = new Window(1, question.limit());
        Request request = resource.request(question, listing, window, false);
        CheckedPage<Object> page = CheckedPage.of(
                resource.page(request, usage), new AnswerCheck(question, listing.unchecked()), window, request);
        SortOrder.of(question).require(page.answer().page().items(), request);
        return page.answer().page();
    }

    private static Part<Object> part(Lookahead<Object> ahead, Listing listing, Query question) {
        OptionalInt asked = question.pageSize();
        return listing.sorted()
                ? new SortedPart<>(ahead, asked.isPresent() ? PageSize.of(asked.getAsInt()) : PageSize.usual())
                : new CountedPart<>(ahead, PageSize.of(asked.orElse(listing.defaultPage())));
    }

    private static <T> T given(@Nullable T argument, String otherwise) {
        if (argument == null) {
            throw new IllegalArgumentException(otherwise);
        }
        return argument;
    }

    private static void requireKnown(Query query, Listing listing, Request request) {
        if (listing.filters().isEmpty()) {
            return;
        }
        List<String> known = List.of(listing.filters().strip().split("\\s+"));
        for (String filter : query.parameters().keySet()) {
            if (known.stream().noneMatch(filter::equalsIgnoreCase)) {
                throw new IllegalArgumentException(request.url().encodedPath() + " has no filter " + filter
                        + ", and ServiceTitan would ignore it. The nearest are " + Nearest.to(filter, known)
                        + ". resources().read(...) takes any name.");
            }
        }
    }

    private static void requireOrder(Query query, Listing listing, Request request) {
        if (query.limit() > 0 && query.parts().size() > 1) {
            throw new IllegalArgumentException("A limit takes 50 ids at most.");
        }
        if (!query.sort().isEmpty() && query.limit() == 0) {
            throw new IllegalArgumentException("A sorted query needs a limit, such as sort(\"-Id\").limit(10).");
        }
        if (!query.sort().isEmpty() && !listing.sorted()) {
            throw new IllegalArgumentException(request.url().encodedPath() + " cannot be sorted.");
        }
    }

    private static Export<Object> export(Resource<Object> resource, Request request) {
        From from = given(request.tag(From.class), "A feed takes where to begin: say From.beginning() for all of it.");
        return new Export<>(() -> new FeedReader<>(resource, from), why -> Failures.badAnswer(request, why));
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        transport.close();
    }
}
