package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.tracktik.api.Query;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A collection at its address, and how its items are read. */
final class Resource<T> {
    private static final String REGIONS = "TTC-Region-Filter";

    private final Request template;
    private final Transport transport;
    private final PageDecoder<T> decoder;

    Resource(Request template, Transport transport, PageDecoder<T> decoder) {
        this.template = template;
        this.transport = transport;
        this.decoder = decoder;
    }

    /** Fetches a page. */
    PageDecoder.Decoded<T> page(Query question, long offset, int size, UsageCounter usage) {
        Request request = request(question, offset, size);
        return transport.askDivisible(request, answer -> decoder.page(request, answer.body(), offset), usage);
    }

    Request request(Query question, long offset, int size) {
        HttpUrl.Builder url = template.url().newBuilder();
        add(url, question.parameters());
        url.addQueryParameter("limit", Integer.toString(size)).addQueryParameter("offset", Long.toString(offset));
        Request.Builder request = template.newBuilder().url(url.build());
        if (!question.regionHeader().isEmpty()) {
            request.header(
                    REGIONS,
                    question.regionHeader().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return request.build();
    }

    /** The single item at the template's own address. */
    T single(Query question) {
        HttpUrl.Builder url = template.url().newBuilder();
        add(url, question.parametersOfOne());
        Request request = template.newBuilder().url(url.build()).build();
        T item = transport.ask(request, answer -> decoder.single(request, answer.body()));
        List<String> path = template.url().pathSegments();
        Object id = FieldPath.at(item, "id");
        if (id != null && !isSame(id.toString(), path.get(path.size() - 1))) {
            throw Failures.badAnswer(request, "TrackTik returned a different item", "");
        }
        return item;
    }

    private static boolean isSame(String id, String asked) {
        return asked.equals(id) || asked.matches("0*" + Pattern.quote(id));
    }

    private static void add(HttpUrl.Builder url, List<String> parameters) {
        for (int i = 0; i < parameters.size(); i += 2) {
            url.addQueryParameter(parameters.get(i), parameters.get(i + 1));
        }
    }
}
