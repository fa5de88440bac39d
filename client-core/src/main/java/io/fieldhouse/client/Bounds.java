package io.fieldhouse.client;

import java.time.Duration;

/**
 * How long and how large one try may be. Begin with those of the configuration, change what you need.
 *
 * @param connectTimeout how long a connection may take; 10 seconds by default
 * @param readTimeout how long the vendor may be silent; by default a little longer than it is before it gives up itself
 * @param callTimeout how long the try may take in all
 * @param largestBody how many bytes an answer may have; 64 MiB by default
 */
public record Bounds(Duration connectTimeout, Duration readTimeout, Duration callTimeout, long largestBody) {
    public Bounds {
        Limits.requirePositive(connectTimeout.toNanos(), readTimeout.toNanos(), callTimeout.toNanos(), largestBody);
        if (largestBody > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The largest body has less than 2 GiB.");
        }
    }

    /** The usual bounds of a vendor that is silent for so long at most. */
    public static Bounds of(Duration readTimeout, Duration callTimeout) {
        return new Bounds(Duration.ofSeconds(10), readTimeout, callTimeout, 64L << 20);
    }

    /** The same with another time to connect. */
    public Bounds withConnectTimeout(Duration other) {
        return new Bounds(other, readTimeout, callTimeout, largestBody);
    }

    /** The same with another time of silence. */
    public Bounds withReadTimeout(Duration other) {
        return new Bounds(connectTimeout, other, callTimeout, largestBody);
    }

    /** The same with another time in all. */
    public Bounds withCallTimeout(Duration other) {
        return new Bounds(connectTimeout, readTimeout, other, largestBody);
    }

    /** The same with other bytes of an answer. */
    public Bounds withLargestBody(long other) {
        return new Bounds(connectTimeout, readTimeout, callTimeout, other);
    }
}
