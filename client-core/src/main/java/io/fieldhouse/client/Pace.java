package io.fieldhouse.client;

import java.time.Duration;

/**
 * How many requests go out. Begin with {@link #perMinute} or {@link #perSecond}, change what you need.
 *
 * @param requests the most requests in that time, evenly spread
 * @param time the time
 * @param requestsInFlight the most requests of one reading at the same time; 4 by default
 */
public record Pace(int requests, Duration time, int requestsInFlight) {
    private static final int IN_FLIGHT = 4;

    public Pace {
        Limits.requirePositive(requests, time.toNanos(), requestsInFlight);
    }

    /** So many requests a minute. */
    public static Pace perMinute(int requests) {
        return new Pace(requests, Duration.ofMinutes(1), IN_FLIGHT);
    }

    /** So many requests a second. */
    public static Pace perSecond(int requests) {
        return new Pace(requests, Duration.ofSeconds(1), IN_FLIGHT);
    }

    /** The same with so many requests of one reading at the same time. */
    public Pace withRequestsInFlight(int other) {
        return new Pace(requests, time, other);
    }
}
