package io.fieldhouse.client;

import java.time.Duration;

/**
 * What happens when a request fails and trying again can help. Begin with {@link #DEFAULT}, change what you need.
 *
 * @param attempts how often it is tried in all; 6 by default
 * @param firstDelay the wait before the second try, which grows from there; half a second by default
 * @param longestDelay the longest wait before a later try; 30 seconds by default
 * @param rateLimitDelay the wait after a 429 that does not say how long; a minute by default
 * @param deadline how long all tries and waits may take together; 15 minutes by default
 */
public record Retries(
        int attempts, Duration firstDelay, Duration longestDelay, Duration rateLimitDelay, Duration deadline) {
    /** The default. */
    public static final Retries DEFAULT = new Retries(
            6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(15));

    public Retries {
        Limits.requirePositive(attempts, firstDelay.toNanos(), rateLimitDelay.toNanos(), deadline.toNanos());
        if (longestDelay.compareTo(firstDelay) <= 0) {
            throw new IllegalArgumentException("The longest delay has to be longer than the first.");
        }
        if (deadline.compareTo(firstDelay) <= 0) {
            throw new IllegalArgumentException("The deadline has to be longer than the first delay.");
        }
    }

    /** The same with so many tries in all. */
    public Retries withAttempts(int other) {
        return new Retries(other, firstDelay, longestDelay, rateLimitDelay, deadline);
    }

    /** The same with other waits: the first one, and the longest. */
    public Retries withDelays(Duration first, Duration longest) {
        return new Retries(attempts, first, longest, rateLimitDelay, deadline);
    }

    /** The same with another wait after a 429 that does not say how long. */
    public Retries withRateLimitDelay(Duration other) {
        return new Retries(attempts, firstDelay, longestDelay, other, deadline);
    }

    /** The same within another time for all tries together. */
    public Retries withDeadline(Duration other) {
        return new Retries(attempts, firstDelay, longestDelay, rateLimitDelay, other);
    }
}
