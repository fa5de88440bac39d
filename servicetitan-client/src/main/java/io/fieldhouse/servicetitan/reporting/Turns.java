package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.servicetitan.transport.Window;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each report be called so often and no oftener, whichever threads call it and however often a call is tried again;
 * different reports do not wait for each other. Thread-safe.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Transport transport;
    private final Duration between;
    private final LongSupplier nanoTime;
    private final Map<Long, Spacing> reports;

    /** Takes the shortest time between two calls of one report; 0 for none. */
    Turns(Transport transport, Duration between, LongSupplier nanoTime) {
        this(transport, between, nanoTime, new ConcurrentHashMap<>());
    }

    private Turns(Transport transport, Duration between, LongSupplier nanoTime, Map<Long, Spacing> reports) {
        this.transport = transport;
        this.between = between;
        this.nanoTime = nanoTime;
        this.reports = reports;
    }

    /** The same turns, for requests through another transport. */
    Turns of(Transport other) {
        return new Turns(other, between, nanoTime, reports);
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    /** Asks for a page of a report when it is its turn. */
    <T> T ask(Run run, Window window, Request request, Function<Answer, T> reader) {
        return between.isZero() || !run.takesTurn(window)
                ? transport.ask(request, reader)
                : transport.ask(request, reader, reports.computeIfAbsent(run.report(), this::spacing));
    }

    private Spacing spacing(long report) {
        return new Spacing(
                between,
                nanoTime,
                wait -> LOG.info("The report {} waits {} s for its turn", report, (wait.toMillis() + 999) / 1000));
    }
}
