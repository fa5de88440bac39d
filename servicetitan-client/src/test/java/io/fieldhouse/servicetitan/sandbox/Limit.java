package io.fieldhouse.servicetitan.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many calls in any stretch of that length. Safe to use from any thread. */
final class Limit {
    private final int most;
    private final Duration stretch;
    private final Deque<Instant> taken = new ArrayDeque<>();

    Limit(int most, Duration stretch) {
        this.most = most;
        this.stretch = stretch;
    }

    /** Zero if the call may pass, which it then has; otherwise the whole seconds to wait, at least one. */
    synchronized long refuse(Instant now) {
        if (most == Integer.MAX_VALUE || stretch.isZero()) {
            return 0;
        }
        Instant since = now.minus(stretch);
        while (!taken.isEmpty() && !taken.getFirst().isAfter(since)) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return 0;
        }
        long wait = Duration.between(since, taken.getFirst()).toMillis();
        return Math.max(1, (wait + 999) / 1000);
    }
}
