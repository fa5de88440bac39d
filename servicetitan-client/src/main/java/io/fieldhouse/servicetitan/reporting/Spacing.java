package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.client.RateLimit;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Turns that are never closer together than they may be, in the order in which they are asked for. Thread-safe.
 *
 * <p>A rate limiter will not do: those count by the clock's minutes, in which the last moment of one and the first of the
 * next are neighbours.
 */
final class Spacing implements RateLimit {
    private final long between;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> waits;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition never = lock.newCondition();
    private boolean begun;
    /** When the turn after the last one is that was given away. */
    private long next;

    /** Takes whom to tell of each wait before it begins. */
    Spacing(Duration between, LongSupplier nanoTime, Consumer<Duration> waits) {
        this.between = between.toNanos();
        this.nanoTime = nanoTime;
        this.waits = waits;
    }

    /** Turns of which the first one does not come at once either. */
    static Spacing afterNow(Duration between, LongSupplier nanoTime) {
        Spacing spacing = new Spacing(between, nanoTime, wait -> {});
        spacing.begun = true;
        spacing.next = nanoTime.getAsLong() + spacing.between;
        return spacing;
    }

    @Override
    public boolean acquire(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long now = nanoTime.getAsLong();
            long turn = begun && next - now > 0 ? next : now;
            if (turn - now > atMost.toNanos()) {
                return false;
            }
            begun = true;
            next = turn + between;
            if (turn > now) {
                waits.accept(Duration.ofNanos(turn - now));
            }
            waitUntil(turn);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void waitUntil(long turn) throws InterruptedException {
        try {
            for (long left = turn - nanoTime.getAsLong(); left > 0; left = turn - nanoTime.getAsLong()) {
                never.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            if (next == turn + between) {
                next = turn;
            }
            throw e;
        }
    }
}
