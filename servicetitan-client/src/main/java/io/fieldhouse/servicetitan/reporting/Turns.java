package io.fieldhouse.servicetitan.reporting;

import dev.failsafe.RateLimiter;
import io.fieldhouse.servicetitan.transport.Answer;
import io.fieldhouse.servicetitan.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Request;

/**
 * Lets each report be called so often and no oftener, whichever threads call it and however often a call is tried again;
 * different reports do not wait for each other. Thread-safe.
 */
final class Turns {
    private final Transport transport;
    private final Duration between;
    private final Map<Long, RateLimiter<Object>> reports = new ConcurrentHashMap<>();

    /** Takes the shortest time between two calls of one report; 0 for none. */
    Turns(Transport transport, Duration between) {
        this.transport = transport;
        this.between = between;
    }

    /** Asks for a page of a report when it is its turn. */
    <T> T ask(Run run, int page, Request request, Function<Answer, T> reader) {
        return between.isZero() || !run.takesTurn(page)
                ? transport.ask(request, reader)
                : transport.ask(
                        request,
                        reader,
                        reports.computeIfAbsent(
                                run.report(),
                                id -> RateLimiter.smoothBuilder(1, between).build()));
    }
}
