package io.fieldhouse.servicetitan.api;

import java.time.Duration;

/**
 * Where ServiceTitan is, whose data to read, how to log in, and how hard to press. Immutable; begin with {@link #of}, change
 * what you need. Many tenants go side by side: each has a client and a configuration of its own.
 *
 * @param environment where ServiceTitan is
 * @param tenant whose data to read
 * @param credentials what the client proves itself with
 * @param pace how many requests go out
 * @param retries what happens when one fails
 * @param bounds how long and how large one try may be
 */
public record ServiceTitanConfig(
        Environment environment, long tenant, Credentials credentials, Pace pace, Retries retries, Bounds bounds) {
    public ServiceTitanConfig {
        if (tenant < 1) {
            throw new IllegalArgumentException("A tenant's id is above 0.");
        }
    }

    /**
     * How many requests go out.
     *
     * @param requestsPerSecond the most requests in a second, evenly spread; 60 by default
     * @param requestsInFlight the most requests of one reading at the same time; 4 by default
     * @param betweenReports the shortest time between two calls of the same report; a minute by default, 0 for none
     */
    public record Pace(int requestsPerSecond, int requestsInFlight, Duration betweenReports) {
        /** The default. */
        public static final Pace DEFAULT = new Pace(60, 4, Duration.ofMinutes(1));

        public Pace {
            requirePositive(requestsPerSecond, requestsInFlight);
            if (betweenReports.isNegative()) {
                throw new IllegalArgumentException("The time between two calls of a report is 0 or more.");
            }
        }
    }

    /**
     * What happens when a request fails and trying again can help.
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
            requirePositive(attempts, firstDelay.toNanos(), rateLimitDelay.toNanos(), deadline.toNanos());
            if (longestDelay.compareTo(firstDelay) <= 0) {
                throw new IllegalArgumentException("The longest delay has to be longer than the first.");
            }
            if (deadline.compareTo(firstDelay) <= 0) {
                throw new IllegalArgumentException("The deadline has to be longer than the first delay.");
            }
        }
    }

    /**
     * How long and how large one try may be.
     *
     * @param connectTimeout how long a connection may take; 10 seconds by default
     * @param readTimeout how long ServiceTitan may be silent; 110 seconds by default, itself it gives up after 100
     * @param callTimeout how long it may take in all; 4 minutes by default
     * @param largestBody how many bytes an answer may have; 64 MiB by default
     */
    public record Bounds(Duration connectTimeout, Duration readTimeout, Duration callTimeout, long largestBody) {
        /** The default. */
        public static final Bounds DEFAULT =
                new Bounds(Duration.ofSeconds(10), Duration.ofSeconds(110), Duration.ofMinutes(4), 64L << 20);

        public Bounds {
            requirePositive(connectTimeout.toNanos(), readTimeout.toNanos(), callTimeout.toNanos(), largestBody);
            if (largestBody > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("The largest body has less than 2 GiB.");
            }
        }
    }

    /** A tenant with the defaults. */
    public static ServiceTitanConfig of(Environment environment, long tenant, Credentials credentials) {
        return new ServiceTitanConfig(environment, tenant, credentials, Pace.DEFAULT, Retries.DEFAULT, Bounds.DEFAULT);
    }

    /** The same at another pace. */
    public ServiceTitanConfig with(Pace other) {
        return new ServiceTitanConfig(environment, tenant, credentials, other, retries, bounds);
    }

    /** The same with other retries. */
    public ServiceTitanConfig with(Retries other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, other, bounds);
    }

    /** The same within other bounds. */
    public ServiceTitanConfig with(Bounds other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, retries, other);
    }

    private static void requirePositive(long... limits) {
        for (long limit : limits) {
            if (limit < 1) {
                throw new IllegalArgumentException("Every limit of the client is above 0.");
            }
        }
    }
}
