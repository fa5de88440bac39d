package io.fieldhouse.servicetitan.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How often a sandbox was asked for what. Counts are all that is kept of a request. */
public final class RequestCounts {
    private final Map<String, LongAdder> byPath = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong mostInFlight = new AtomicLong();

    RequestCounts() {}

    void begin(String path) {
        byPath.computeIfAbsent(path, key -> new LongAdder()).increment();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    }

    void end(int status) {
        inFlight.decrementAndGet();
        if (status >= 400) {
            refused.increment();
        }
    }

    public long total() {
        return byPath.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Of a path without its tenant, such as {@code jpm/v2/jobs}, or {@code jpm/v2/jobs/{id}} for any single row. */
    public long of(String path) {
        LongAdder count = byPath.get(path);
        return count == null ? 0 : count.sum();
    }

    public long tokens() {
        return of(ServiceTitanSandbox.TOKEN_PATH);
    }

    /** Answers of 400 and above, faults included. */
    public long refused() {
        return refused.sum();
    }

    /** The most requests that were being answered at one moment. */
    public long mostInFlight() {
        return mostInFlight.get();
    }

    public void reset() {
        byPath.clear();
        refused.reset();
        mostInFlight.set(inFlight.get());
    }
}
