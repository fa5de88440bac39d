package io.fieldhouse.servicetitan.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Which answers go wrong. The token endpoint is spared, unless it is named: {@code forPath("connect/token", ...)}.
 * Safe to use from any thread.
 */
public final class Faults {
    private final Queue<Fault> next = new ArrayDeque<>();
    private final Map<String, Fault> byPath = new LinkedHashMap<>();
    private List<Fault> shared = List.of();
    private double share;
    private long seed;
    private long drawn;
    private int each;
    private long asked;
    private @Nullable Fault recurring;

    Faults() {}

    /** Once, for the next request that nothing else was planned for. */
    public Faults next(Fault fault) {
        return next(1, fault);
    }

    public synchronized Faults next(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
        return this;
    }

    /** Of all requests that nothing else was planned for, every so manieth. */
    public synchronized Faults every(int n, Fault fault) {
        each = n;
        asked = 0;
        recurring = fault;
        return this;
    }

    /** Every time, for a path without its tenant and all below it, such as {@code jpm/v2}, until {@link #clear}. */
    public synchronized Faults forPath(String path, Fault fault) {
        byPath.put(path, fault);
        return this;
    }

    /** That share of answers fails in ways that trying again at once can mend; the same seed draws the same ones. */
    public Faults share(double part, long withSeed) {
        return share(
                part,
                withSeed,
                Fault.tooManyRequests(Duration.ZERO),
                Fault.serverError(),
                Fault.badGateway(),
                Fault.cutOff(),
                Fault.disconnect());
    }

    /** That share of answers fails in one of these ways. */
    public synchronized Faults share(double part, long withSeed, Fault... among) {
        share = part;
        seed = withSeed;
        drawn = 0;
        shared = List.of(among);
        return this;
    }

    public synchronized void clear() {
        next.clear();
        byPath.clear();
        share = 0;
        recurring = null;
    }

    synchronized @Nullable Fault take(String path) {
        for (Map.Entry<String, Fault> planned : byPath.entrySet()) {
            if (path.equals(planned.getKey()) || path.startsWith(planned.getKey() + "/")) {
                return planned.getValue();
            }
        }
        if (path.equals(ServiceTitanSandbox.TOKEN_PATH)) {
            return null;
        }
        Fault planned = next.poll();
        if (planned != null) {
            return planned;
        }
        if (recurring != null && ++asked % each == 0) {
            return recurring;
        }
        if (share <= 0) {
            return null;
        }
        long chance = Chance.draw(seed, 9, drawn++);
        boolean fails = Chance.upTo(1_000_000, chance, 1) < share * 1_000_000;
        return fails ? shared.get(Chance.upTo(shared.size(), chance, 4)) : null;
    }
}
