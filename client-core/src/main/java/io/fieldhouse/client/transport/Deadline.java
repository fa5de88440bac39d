package io.fieldhouse.client.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.Timeout;

/** When a call has to be over, with all its tries and waits. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; nothing once it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Lets a time-out be no longer than what is left. */
    void bound(Timeout timeout) {
        long most = Math.max(1, left().toNanos());
        timeout.timeout(
                timeout.timeoutNanos() == 0 ? most : Math.min(timeout.timeoutNanos(), most), TimeUnit.NANOSECONDS);
    }
}
