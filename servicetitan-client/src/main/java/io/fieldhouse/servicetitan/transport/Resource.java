package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A list, a feed or a single item at its address, and how its items are read. */
final class Resource<T> {
    private final Request template;
    private final Transport transport;
    private final PageDecoder<T> decoder;

    Resource(Request template, Transport transport, PageDecoder<T> decoder) {
        this.template = template;
        this.transport = transport;
        this.decoder = decoder;
    }

    /** Fetches a page of a list. */
    Decoded<T> page(Request request, UsageCounter usage) {
        return transport.askDivisible(request, answer -> decoder.page(request, answer.body()), usage);
    }

    /** The request for a page of a list. */
    Request request(Query question, Listing listing, Window window, boolean withTotal) {
        Inactive inactive = listing.inactive();
        HttpUrl.Builder url = template.url().newBuilder();
        question.parameters().forEach(url::addQueryParameter);
        boolean named = question.parameters().keySet().stream().anyMatch(inactive.parameter()::equalsIgnoreCase);
        String wanted = question.isActiveOnly() ? inactive.activeValue() : inactive.value();
        if (!wanted.isEmpty() && !named) {
            url.addQueryParameter(inactive.parameter(), wanted);
        }
        if (listing.sorted()) {
            url.addQueryParameter("sort", SortOrder.of(question).parameter());
        }
        url.addQueryParameter("page", Integer.toString(window.page()))
                .addQueryParameter("pageSize", Integer.toString(window.size()));
        if (withTotal) {
            url.addQueryParameter("includeTotal", "true");
        }
        return template.newBuilder().url(url.build()).build();
    }

    /** Fetches a page of an export feed. */
    Decoded<T> page(From from, UsageCounter usage) {
        Request request = request(from);
        return transport.ask(request, answer -> decoder.page(request, answer.body()), usage);
    }

    /** The request for a page of an export feed. */
    Request request(From from) {
        HttpUrl.Builder url = template.url().newBuilder();
        from.parameter().ifPresent(place -> url.addQueryParameter("from", place));
        if (from.withRecentChanges()) {
            url.addQueryParameter("includeRecentChanges", "true");
        }
        return template.newBuilder().url(url.build()).build();
    }

    /** The request that those for its pages are made from. */
    Request template() {
        return template;
    }

    /** The single item at the address. */
    T single() {
        return transport.ask(template, answer -> {
            T item = decoder.single(template, answer.body());
            if (!isAskedFor(item)) {
                throw Failures.badAnswer(template, "ServiceTitan returned a different item", answer.body());
            }
            return item;
        });
    }

    /** An address that ends with a word names its item by something else than its id. */
    private boolean isAskedFor(T item) {
        List<String> path = template.url().pathSegments();
        String asked = path.get(path.size() - 1);
        Object id = Fields.at(item, "id");
        return !asked.matches("\\d+") || (id != null && asked.matches("0*" + Pattern.quote(id.toString())));
    }
}
