package io.fieldhouse.tracktik.api;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
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
 * @param hooks how the application takes part
 */
public record TrackTikConfig(HttpUrl baseUrl, Login login, Pace pace, Retries retries, Bounds bounds, Hooks hooks) {
    /** 1,000 requests a minute. */
    public static final Pace DEFAULT_PACE = Pace.perMinute(1000);

    /** TrackTik itself gives up after 30 seconds: 40 seconds of silence, 2 minutes in all. */
    public static final Bounds DEFAULT_BOUNDS = Bounds.of(Duration.ofSeconds(40), Duration.ofMinutes(2));

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
     * An address with the defaults.
     *
     * @throws IllegalArgumentException if that is no http or https address; the message does not repeat it
     */
    public static TrackTikConfig at(String baseUrl, Login login) {
        HttpUrl url = HttpUrl.parse(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
        if (url == null) {
            throw new IllegalArgumentException("Invalid base URL. Example: https://example.staffr.us/rest/v1/.");
        }
        return new TrackTikConfig(url, login, DEFAULT_PACE, Retries.DEFAULT, DEFAULT_BOUNDS, Hooks.NONE);
    }

    /** The same at another pace. */
    public TrackTikConfig with(Pace other) {
        return new TrackTikConfig(baseUrl, login, other, retries, bounds, hooks);
    }

    /** The same with other retries. */
    public TrackTikConfig with(Retries other) {
        return new TrackTikConfig(baseUrl, login, pace, other, bounds, hooks);
    }

    /** The same within other bounds. */
    public TrackTikConfig with(Bounds other) {
        return new TrackTikConfig(baseUrl, login, pace, retries, other, hooks);
    }

    /** The same with other hooks. */
    public TrackTikConfig with(Hooks other) {
        return new TrackTikConfig(baseUrl, login, pace, retries, bounds, other);
    }
}
