package io.fieldhouse.client;

import java.time.Duration;

/**
 * Observes the requests of a client, for example to record metrics. The client calls it on the threads that send requests, so
 * return quickly. Exceptions are logged and otherwise ignored. Must be thread-safe.
 */
public interface CallListener {
    /**
     * A request.
     *
     * @param api {@code tracktik} or {@code servicetitan}
     * @param operation the method of the API interface, such as {@code SchedulingApi.shifts}; {@code token} for a token request
     *     and {@code report} for a request of a report. Suitable as a metric tag.
     * @param method the HTTP method
     * @param path the path without the query; it can contain ids
     */
    record Call(String api, String operation, String method, String path) {}

    /**
     * A response arrived, of any status.
     *
     * @param bytes the size of the body, decompressed
     * @param time from sending the request to the end of the response
     */
    default void responded(Call call, int status, long bytes, Duration time) {}

    /**
     * No response arrived.
     *
     * @param kind the kind of the client's exception, such as {@code NETWORK}
     */
    default void failed(Call call, String kind, Duration time) {}

    /**
     * A request is going to be sent again.
     *
     * @param kind the kind of the client's exception, such as {@code SERVER}
     * @param delay the wait before the next try
     */
    default void retrying(Call call, String kind, Duration delay) {}

    /** A request waited for the rate limit. */
    default void waited(Call call, Duration wait) {}
}
