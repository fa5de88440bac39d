package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Retries;
import io.fieldhouse.client.Usage;
import io.fieldhouse.client.transport.Exchange;
import io.fieldhouse.client.transport.FirstPage;
import io.fieldhouse.client.transport.Part;
import io.fieldhouse.client.transport.Reading;
import io.fieldhouse.client.transport.TokenSource;
import io.fieldhouse.client.transport.Tokens;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.RequiredFilters;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Invocation;
import retrofit2.Retrofit;

/** Makes the methods of the API's interfaces return what they promise, instead of calls. */
public final class Answers extends CallAdapter.Factory implements AutoCloseable {
    private final TrackTikConfig config;
    private final TrackTikVendor vendor;
    private final Transport transport;

    /** Takes a clock that only ever goes forward, in nanoseconds. */
    public Answers(TrackTikConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.vendor = new TrackTikVendor();
        Exchange exchange = new Exchange(vendor, config.pace(), config.bounds(), config.hooks());
        this.transport = new Transport(vendor, exchange, tokens(exchange, nanoTime), config.retries());
    }

    private Answers(TrackTikConfig config, TrackTikVendor vendor, Transport transport) {
        this.config = config;
        this.vendor = vendor;
        this.transport = transport;
    }

    /** The same with other retries; all else is common to both. */
    public Answers with(Retries retries) {
        return new Answers(config.with(retries), vendor, transport.with(retries));
    }

    /** What was sent so far. */
    public Usage usage() {
        return transport.usage();
    }

    private TokenSource tokens(Exchange exchange, LongSupplier nanoTime) {
        Login login = config.login();
        if (login instanceof Login.StaticToken given) {
            return TokenSource.fixed(given.token());
        }
        Login.Password password = (Login.Password) login;
        return new Tokens(vendor, new PasswordGrant(exchange, config.baseUrl(), password), nanoTime);
    }

    /** What makes the interfaces. */
    public Retrofit retrofit() {
        return new Retrofit.Builder()
                .baseUrl(config.baseUrl())
                .callFactory(transport.requests())
                .addCallAdapterFactory(this)
                .validateEagerly(true)
                .build();
    }

    @Override
    public CallAdapter<?, ?> get(Type returned, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returned) == Paged.class) {
            return adapter(getParameterUpperBound(0, (ParameterizedType) returned), true);
        }
        return adapter(returned, false);
    }

    private <T> CallAdapter<ResponseBody, Object> adapter(Type item, boolean paged) {
        PageDecoder<T> decoder = new PageDecoder<>(item);
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return ResponseBody.class;
            }

            @Override
            public Object adapt(Call<ResponseBody> call) {
                Request request = call.request();
                requireBelow(config.baseUrl(), request.url());
                Query query = query(request);
                Resource<T> resource = new Resource<>(request, transport, decoder);
                return paged ? paged(resource, request, query) : resource.single(query);
            }
        };
    }

    /** The query that was given; a method without one asks for everything. */
    private static Query query(Request request) {
        Query query = request.tag(Query.class);
        Invocation invocation = request.tag(Invocation.class);
        if (query == null
                && invocation != null
                && Arrays.asList(invocation.method().getParameterTypes()).contains(Query.class)) {
            throw new IllegalArgumentException("The query is null. Use Query.all() for everything.");
        }
        return query == null ? Query.all() : query;
    }

    /** A resource that is an address of its own would be sent the token. */
    private static void requireBelow(HttpUrl base, HttpUrl asked) {
        boolean sameServer =
                asked.scheme().equals(base.scheme()) && asked.host().equals(base.host()) && asked.port() == base.port();
        if (!sameServer || !asked.encodedPath().startsWith(base.encodedPath())) {
            throw new IllegalArgumentException(
                    "A resource is called such as zones or me/shifts: no address, no slash at its beginning.");
        }
    }

    private <T> Paged<T> paged(Resource<T> resource, Request request, Query query) {
        List<String> path = request.url().pathSegments();
        RequiredFilters.check(path.get(path.size() - 1), query);
        if (query.limit() > 0 && query.parts().size() > 1) {
            throw new IllegalArgumentException(
                    "A limit needs a query of one request: ask for fewer values or days, or read a stream and stop.");
        }
        return new Paged<>(
                () -> new Reading<>(
                        vendor,
                        request,
                        (workers, usage) -> parts(resource, query, workers, usage),
                        config.pace().requestsInFlight()),
                why -> Failures.badAnswer(request, why, ""));
    }

    private static <T> Iterator<Part<T>> parts(
            Resource<T> resource, Query query, ExecutorService workers, UsageCounter usage) {
        return query.parts().stream()
                .<Part<T>>map(question -> question.limit() > 0
                        ? new FirstPage<>(workers, () -> firstPage(resource, question, usage))
                        : new OffsetPart<>(resource, workers, question, usage))
                .iterator();
    }

    private static <T> Page<T> firstPage(Resource<T> resource, Query question, UsageCounter usage) {
        return CheckedPage.of(
                        resource.page(question, 0, question.limit(), usage),
                        new AnswerCheck(question),
                        resource.request(question, 0, question.limit()))
                .page();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        transport.close();
    }
}
