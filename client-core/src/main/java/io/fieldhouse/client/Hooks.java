package io.fieldhouse.client;

import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * Connects a client to the application that uses it. Immutable; begin with {@link #NONE} and change what you need.
 *
 * @param application the application's name and version, such as {@code billing-service/1.4}; sent first in the
 *     {@code User-Agent} header, empty for none
 * @param http changes the OkHttp client before it is built, for example to add interceptors, a proxy, a trust store, an event
 *     listener or a shared connection pool. The client sets the dispatcher itself, and never follows redirects.
 * @param listener observes requests, retries and waits
 * @param rateLimit delays requests in addition to the client's own pace
 */
public record Hooks(
        String application, Consumer<OkHttpClient.Builder> http, CallListener listener, RateLimit rateLimit) {
    /** No hooks. */
    public static final Hooks NONE = new Hooks("", builder -> {}, new CallListener() {}, RateLimit.NONE);

    public Hooks {
        if (!application.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
            throw new IllegalArgumentException("The application's name must be printable ASCII.");
        }
    }

    /** Returns these hooks with another application name. */
    public Hooks withApplication(String other) {
        return new Hooks(other, http, listener, rateLimit);
    }

    /** Returns these hooks with another customizer of the OkHttp client. */
    public Hooks withHttp(Consumer<OkHttpClient.Builder> other) {
        return new Hooks(application, other, listener, rateLimit);
    }

    /** Returns these hooks with another listener. */
    public Hooks withListener(CallListener other) {
        return new Hooks(application, http, other, rateLimit);
    }

    /** Returns these hooks with another rate limit. */
    public Hooks withRateLimit(RateLimit other) {
        return new Hooks(application, http, listener, other);
    }
}
