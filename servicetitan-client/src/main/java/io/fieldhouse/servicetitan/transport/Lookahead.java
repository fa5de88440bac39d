package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import okhttp3.Request;

/** The pages of a part that are under way, in the order in which they will be taken. */
final class Lookahead<T> {
    private record Asked<T>(Window window, Future<CheckedPage<T>> page) {}

    private final Resource<T> resource;
    private final Listing listing;
    private final ExecutorService workers;
    private final Query question;
    private final UsageCounter usage;
    private final AnswerCheck check;
    private final Deque<Asked<T>> underWay = new ArrayDeque<>();

    Lookahead(Resource<T> resource, Listing listing, ExecutorService workers, Query question, UsageCounter usage) {
        this.resource = resource;
        this.listing = listing;
        this.workers = workers;
        this.question = question;
        this.usage = usage;
        this.check = new AnswerCheck(question, listing.unchecked());
    }

    void ask(Window window, boolean withTotal) {
        Request request = request(window, withTotal);
        underWay.addLast(new Asked<>(
                window, workers.submit(() -> CheckedPage.of(resource.page(request, usage), check, window, request))));
    }

    int size() {
        return underWay.size();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    Future<CheckedPage<T>> first() {
        return underWay.getFirst().page();
    }

    /** Where the first one begins. */
    long begin() {
        return underWay.getFirst().window().begin();
    }

    /** Takes the first one out. */
    Window take() {
        return underWay.removeFirst().window();
    }

    void giveUp() {
        underWay.forEach(asked -> asked.page().cancel(true));
        underWay.clear();
    }

    ServiceTitanException bad(Window window, String explanation) {
        return Failures.badAnswer(request(window, false), explanation);
    }

    private Request request(Window window, boolean withTotal) {
        return resource.request(question, listing, window, withTotal);
    }
}
