package io.fieldhouse.tracktik.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong with an answer. The factories here are what is known to happen; write others as needed. */
@FunctionalInterface
public interface Fault {
    MockResponse answer(Exchange exchange);

    /** A 429 that does not say how long to wait. */
    static Fault tooManyRequests() {
        return exchange -> Answers.error(429, "Too many requests in the past minute");
    }

    /** A 429 with {@code Retry-After}, in whole seconds. */
    static Fault tooManyRequests(Duration retryAfter) {
        return exchange -> Answers.error(429, "Too many requests in the past minute")
                .newBuilder()
                .setHeader("Retry-After", retryAfter.toSeconds())
                .build();
    }

    static Fault serverError() {
        return exchange -> Answers.error(500, "Internal error");
    }

    /** A 502 from a proxy in front of the vendor, as a page of HTML. */
    static Fault badGateway() {
        return exchange -> Answers.html(502, "502 Bad Gateway");
    }

    /** What the vendor answers when a call takes more than 30 seconds. */
    static Fault timeout() {
        return exchange -> Answers.html(504, "504 Gateway Time-out");
    }

    static Fault unauthorized() {
        return exchange -> Answers.error(401, "Unauthorized");
    }

    /** A 403 from the API: a scope or a role is missing. */
    static Fault forbidden() {
        return exchange -> Answers.error(403, "Access denied");
    }

    /** A 403 from the firewall, which the {@code Server} header tells apart. */
    static Fault firewall() {
        return exchange -> Answers.html(403, "403 Forbidden")
                .newBuilder()
                .setHeader("Server", "awselb/2.0")
                .build();
    }

    /** The connection closes midway through the body. */
    static Fault cutOff() {
        return exchange -> exchange.regular()
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    /** The connection closes before any answer. */
    static Fault disconnect() {
        return exchange -> new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** The first half of the body, as if it were whole. */
    static Fault malformed() {
        return exchange -> {
            Buffer half = new Buffer();
            Buffer whole = exchange.body();
            half.write(whole, whole.size() / 2);
            return exchange.regular().newBuilder().body(half).build();
        };
    }

    /** So many bytes of the body at a time, each so long after the one before. */
    static Fault slow(long bytes, Duration every) {
        return exchange -> exchange.regular()
                .newBuilder()
                .throttleBody(bytes, every.toNanos(), TimeUnit.NANOSECONDS)
                .build();
    }

    /** An error that claims to be a success. */
    static Fault errorAsSuccess() {
        return exchange -> Answers.error(500, "Something went wrong")
                .newBuilder()
                .code(200)
                .build();
    }

    /** A login page that claims to be a success. */
    static Fault htmlAsSuccess() {
        return exchange -> Answers.html(200, "Please log in");
    }

    static Fault emptyBody() {
        return exchange -> exchange.regular().newBuilder().body("").build();
    }

    /** Every page is the first one, whatever the offset. */
    static Fault repeatingPage() {
        return exchange -> exchange.page((offset, count) -> 0, (offset, count) -> count);
    }

    /** There is always another page: rows begin again after the last one, and the count runs ahead. */
    static Fault endlessPages() {
        return exchange -> exchange.page(
                (offset, count) -> count == 0 ? 0 : offset % count,
                (offset, count) -> count + offset + 10L * Query.MOST_ROWS);
    }

    /** The regions that the header names are ignored. */
    static Fault regionsIgnored() {
        return Exchange::ofAllRegions;
    }

    /**
     * One record of a path has another value in a field, such as an end before its start.
     *
     * @param value a text, a number or a truth value as it is sent, or null
     */
    static Fault misstated(long id, String field, @Nullable Object value) {
        return exchange -> exchange.misstating(id, field, value);
    }

    /** The count is another one with each answer: off by none, one and two times so many. */
    static Fault countChanges(long by) {
        return exchange -> {
            long turn = exchange.number() % 3;
            return exchange.page((offset, count) -> offset, (offset, count) -> Math.max(0, count + by * turn));
        };
    }
}
