package io.fieldhouse.tracktik.api;

import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where TrackTik is, how to log in, and how hard to press. Immutable; begin with {@link #at}, change what you need.
 *
 * @param baseUrl the address of the API, such as {@code https://example.staffr.us/rest/v1/}
 * @param login what the client proves itself with
 * @param pace how many requests go out
 * @param retries what happens when one fails
 * @param bounds how long and how large one try may be
 */
public record TrackTikConfig(HttpUrl baseUrl, Login login, Pace pace, Retries retries, Bounds bounds) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public TrackTikConfig {
        if (!baseUrl.isHttps() && !LOOPBACK.contains(baseUrl.host())) {
            throw new IllegalArgumentException("The base address begins with https: the password goes there.");
        }
        if (!(baseUrl.username() + baseUrl.password()).isEmpty()
                || baseUrl.query() != null
                || baseUrl.fragment() != null) {
            throw new IllegalArgumentException(
                    "The base address is an address only, such as https://example.staffr.us/rest/v1/: no user, no query.");
        }
        if (!baseUrl.encodedPath().endsWith("/")) {
            throw new IllegalArgumentException("The base address ends with a slash.");
        }
    }

    /**
     * How many requests go out.
     *
     * @param requestsPerMinute the most requests in a minute, evenly spread; 1,000 by default
     * @param requestsInFlight the most requests of one reading at the same time; 4 by default
     */
    public record Pace(int requestsPerMinute, int requestsInFlight) {
        /** The default. */
        public static final Pace DEFAULT = new Pace(1000, 4);

        public Pace {
            requirePositive(requestsPerMinute, requestsInFlight);
        }
    }

    /**
     * What happens when a request fails and trying again can help.
     *
     * @param attempts how often it is tried in all; 6 by default
     * @param firstDelay the wait before the second try, which grows from there; half a second by default
     * @param longestDelay the longest wait before a later try; 30 seconds by default
     * @param rateLimitDelay the wait after a 429 that does not say how long; a minute by default
     * @param deadline how long all tries may take together; 15 minutes by default
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
     * @param readTimeout how long TrackTik may be silent; 40 seconds by default, TrackTik itself gives up after 30
     * @param callTimeout how long it may take in all; 2 minutes by default
     * @param largestBody how many bytes an answer may have; 64 MiB by default
     */
    public record Bounds(Duration connectTimeout, Duration readTimeout, Duration callTimeout, long largestBody) {
        /** The default. */
        public static final Bounds DEFAULT =
                new Bounds(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofMinutes(2), 64L << 20);

        public Bounds {
            requirePositive(connectTimeout.toNanos(), readTimeout.toNanos(), callTimeout.toNanos(), largestBody);
            if (largestBody > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("The largest body has less than 2 GiB.");
            }
        }
    }

    /**
     * An address with the defaults.
     *
     * @throws IllegalArgumentException if that is no http or https address; the message does not repeat it
     */
    public static TrackTikConfig at(String baseUrl, Login login) {
        HttpUrl url = HttpUrl.parse(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
        if (url == null) {
            throw new IllegalArgumentException(
                    "The base address is none: give one such as https://example.staffr.us/rest/v1/.");
        }
        return new TrackTikConfig(url, login, Pace.DEFAULT, Retries.DEFAULT, Bounds.DEFAULT);
    }

    /** The same at another pace. */
    public TrackTikConfig with(Pace other) {
        return new TrackTikConfig(baseUrl, login, other, retries, bounds);
    }

    /** The same with other retries. */
    public TrackTikConfig with(Retries other) {
        return new TrackTikConfig(baseUrl, login, pace, other, bounds);
    }

    /** The same within other bounds. */
    public TrackTikConfig with(Bounds other) {
        return new TrackTikConfig(baseUrl, login, pace, retries, other);
    }

    private static void requirePositive(long... limits) {
        for (long limit : limits) {
            if (limit < 1) {
                throw new IllegalArgumentException("Every limit of the client is above 0.");
            }
        }
    }
}
