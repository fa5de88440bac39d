package io.fieldhouse.servicetitan.api;

import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where ServiceTitan is.
 *
 * @param auth the address that tokens come from, such as {@code https://auth.servicetitan.io/}
 * @param api the address of the API, such as {@code https://api.servicetitan.io/}
 */
public record Environment(HttpUrl auth, HttpUrl api) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /** What is real. */
    public static final Environment PRODUCTION = at("https://auth.servicetitan.io/", "https://api.servicetitan.io/");

    /** Where integrations are tried. */
    public static final Environment INTEGRATION =
            at("https://auth-integration.servicetitan.io/", "https://api-integration.servicetitan.io/");

    public Environment {
        requireBase(auth);
        requireBase(api);
    }

    /**
     * Any other place, such as a sandbox.
     *
     * @throws IllegalArgumentException if one is no http or https address; the message does not repeat it
     */
    public static Environment at(String auth, String api) {
        return new Environment(parse(auth), parse(api));
    }

    private static HttpUrl parse(String address) {
        @Nullable HttpUrl url = HttpUrl.parse(address.endsWith("/") ? address : address + "/");
        if (url == null) {
            throw new IllegalArgumentException(
                    "That is no address: give one such as https://api.servicetitan.io/ and https://auth.servicetitan.io/.");
        }
        return url;
    }

    private static void requireBase(HttpUrl address) {
        if (!address.isHttps() && !LOOPBACK.contains(address.host())) {
            throw new IllegalArgumentException("An address begins with https: the client's secret goes there.");
        }
        if (!(address.username() + address.password()).isEmpty()
                || address.query() != null
                || address.fragment() != null) {
            throw new IllegalArgumentException(
                    "An address is an address only, such as https://api.servicetitan.io/: no user, no query.");
        }
        if (!address.encodedPath().endsWith("/")) {
            throw new IllegalArgumentException("An address ends with a slash.");
        }
    }
}
