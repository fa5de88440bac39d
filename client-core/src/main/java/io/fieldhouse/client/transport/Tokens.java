package io.fieldhouse.client.transport;

import io.fieldhouse.client.transport.Vendor.Judgment;
import io.fieldhouse.client.transport.Vendor.Meaning;
import io.fieldhouse.client.transport.Vendor.Unsent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The token of the moment. One thread fetches a new one while the others wait for it, or share its failure. */
public final class Tokens implements TokenSource {
    private static final long MARGIN = 60;
    /** How many tokens in a row may be refused as soon as they are there, or not be had, before there is a pause. */
    private static final int MOST_REJECTIONS = 3;

    /** The token address is throttled for all that the client does. */
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** Whatever it says: nothing can be read without a token, and asking once too early costs one call. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final ReentrantLock renewal = new ReentrantLock();
    private final Vendor vendor;
    private final Grant grant;
    private final LongSupplier nanoTime;

    private @Nullable String token;
    private long expiresAt;
    private @Nullable RuntimeException lastFailure;
    private long pausedUntil;
    /** Counted up by whoever holds the lock, and read by those who come to wait for it. */
    private final AtomicInteger fetches = new AtomicInteger();

    private final AtomicInteger rejections = new AtomicInteger();

    /** Takes a clock that only ever goes forward, in nanoseconds: a clock that is set right must not age a token. */
    public Tokens(Vendor vendor, Grant grant, LongSupplier nanoTime) {
        this.vendor = vendor;
        this.grant = grant;
        this.nanoTime = nanoTime;
        this.pausedUntil = nanoTime.getAsLong();
    }

    @Override
    public String current(Deadline deadline) {
        return tokenOtherThan(null, deadline);
    }

    @Override
    public String insteadOf(String refused, Deadline deadline) {
        return tokenOtherThan(refused, deadline);
    }

    @Override
    public void accepted() {
        if (rejections.get() > 0) {
            rejections.set(0);
        }
    }

    private String tokenOtherThan(@Nullable String refused, Deadline deadline) {
        int seen = fetches.get();
        lock(deadline);
        try {
            String held = token;
            if (held != null && !held.equals(refused) && nanoTime.getAsLong() - expiresAt < 0) {
                return held;
            }
            if (lastFailure != null && (fetches.get() != seen || isPaused())) {
                throw lastFailure;
            }
            if (held != null && held.equals(refused) && rejections.incrementAndGet() > MOST_REJECTIONS) {
                throw pauseAfter(grant.rejectedAgain(), PAUSE);
            }
            return fetch(deadline);
        } finally {
            renewal.unlock();
        }
    }

    private boolean isPaused() {
        return nanoTime.getAsLong() - pausedUntil < 0;
    }

    private RuntimeException pauseAfter(RuntimeException failure, Duration pause) {
        token = null;
        lastFailure = failure;
        Duration believed = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        pausedUntil = nanoTime.getAsLong() + believed.toNanos();
        return failure;
    }

    private void lock(Deadline deadline) {
        try {
            if (!renewal.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw vendor.unsent(grant.request(), Unsent.NO_TOKEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw vendor.unsent(grant.request(), Unsent.INTERRUPTED);
        }
    }

    private String fetch(Deadline deadline) {
        token = null;
        lastFailure = null;
        try {
            Grant.Token fetched = grant.fetch(deadline);
            long early = Math.min(MARGIN, fetched.seconds() / 4);
            expiresAt = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(fetched.seconds() - early);
            token = fetched.value();
            return fetched.value();
        } catch (RuntimeException e) {
            Judgment judged = vendor.judge(e);
            // An interruption is meant for one thread only, and so is a deadline.
            if (judged == null
                    || judged.meaning() == Meaning.PRIVATE
                    || deadline.left().isZero()) {
                throw e;
            }
            boolean isRefused = judged.status() >= 400 && judged.status() < 500;
            if (isRefused && rejections.incrementAndGet() > MOST_REJECTIONS) {
                throw pauseAfter(e, PAUSE);
            }
            // Whoever comes meanwhile would only lengthen the wait.
            throw pauseAfter(e, judged.retryAfter() == null ? Duration.ZERO : judged.retryAfter());
        } finally {
            fetches.incrementAndGet();
        }
    }
}
