package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The token of the moment. One thread fetches a new one while the others wait for it, or share its failure. */
final class Tokens {
    private static final long MARGIN = 60;
    /** How many tokens in a row may be refused as soon as they are there, or not be had, before there is a pause. */
    private static final int MOST_FRUITLESS = 3;

    /** Forty failures in two minutes ban the address for two hours. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ReentrantLock renewal = new ReentrantLock();
    private final Login login;
    private final Grants grants;
    private final LongSupplier nanoTime;

    private @Nullable String token;
    private long expiresAt;
    private @Nullable TrackTikException lastFailure;
    private long pausedUntil;
    /** Counted up by whoever holds the lock, and read by those who come to wait for it. */
    private final AtomicInteger fetches = new AtomicInteger();

    private final AtomicInteger fruitless = new AtomicInteger();

    /** Takes a clock that only ever goes forward, in nanoseconds: a clock that is set right must not age a token. */
    Tokens(Exchange exchange, TrackTikConfig config, LongSupplier nanoTime) {
        this.login = config.login();
        this.grants = new Grants(exchange, config);
        this.nanoTime = nanoTime;
    }

    /** A token that holds for a while yet. */
    String current(Deadline deadline) {
        return tokenOtherThan(null, deadline);
    }

    /** A token that is not this one, which TrackTik has refused; a token that was given is all there is. */
    String insteadOf(String refused, Deadline deadline) {
        return tokenOtherThan(refused, deadline);
    }

    /** TrackTik took the token. */
    void accepted() {
        if (fruitless.get() > 0) {
            fruitless.set(0);
        }
    }

    private String tokenOtherThan(@Nullable String refused, Deadline deadline) {
        if (login instanceof Login.StaticToken fixed) {
            return fixed.token();
        }
        Login.Password password = (Login.Password) login;
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
            if (held != null && held.equals(refused) && fruitless.incrementAndGet() > MOST_FRUITLESS) {
                throw pauseAfter(grants.fruitless());
            }
            return fetch(password, deadline);
        } finally {
            renewal.unlock();
        }
    }

    private boolean isPaused() {
        return fruitless.get() > MOST_FRUITLESS && nanoTime.getAsLong() - pausedUntil < 0;
    }

    private TrackTikException pauseAfter(TrackTikException failure) {
        token = null;
        lastFailure = failure;
        pausedUntil = nanoTime.getAsLong() + PAUSE.toNanos();
        return failure;
    }

    private void lock(Deadline deadline) {
        try {
            if (!renewal.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw grants.late();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw grants.interrupted();
        }
    }

    private String fetch(Login.Password password, Deadline deadline) {
        token = null;
        lastFailure = null;
        try {
            Grants.Token fetched = grants.fetch(password, deadline);
            long early = Math.min(MARGIN, fetched.seconds() / 4);
            expiresAt = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(fetched.seconds() - early);
            token = fetched.value();
            return fetched.value();
        } catch (TrackTikException e) {
            // An interruption is meant for one thread only; what never arrived, or failed there, counts towards no ban.
            lastFailure = e.kind() == Kind.INTERRUPTED ? null : e;
            if (e.status() != 0 && e.status() < 500) {
                fruitless.incrementAndGet();
                throw pauseAfter(e);
            }
            throw e;
        } finally {
            fetches.incrementAndGet();
        }
    }
}
