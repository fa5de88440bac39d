package io.fieldhouse.client;

import java.time.Duration;

/**
 * Decides when a request may be sent. Implement it to share one rate limit among several clients or processes; a client
 * applies it in addition to its own {@link Pace}. Must be thread-safe.
 */
@FunctionalInterface
public interface RateLimit {
    /** Never delays a request. */
    RateLimit NONE = atMost -> true;

    /**
     * Waits until a request may be sent.
     *
     * @param atMost the longest time to wait
     * @return false if the request may not be sent within that time; return it without waiting where that is known
     */
    boolean acquire(Duration atMost) throws InterruptedException;
}
