package io.fieldhouse.servicetitan.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** Something that goes wrong with an answer. The factories here are what is known to happen; write others as needed. */
@FunctionalInterface
public interface Fault {
    MockResponse answer(Exchange exchange);

    /** A 429 that does not say how long to wait. */
    static Fault tooManyRequests() {
        return exchange -> Answers.problem(429, "Too many requests", exchange.number());
    }

    /** A 429 with {@code Retry-After} in seconds, with a fraction where the wait has one. */
    static Fault tooManyRequests(Duration retryAfter) {
        String seconds = BigDecimal.valueOf(retryAfter.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
        return exchange -> Answers.withHeader(tooManyRequests().answer(exchange), "Retry-After", seconds);
    }

    /** A 429 that says how long to wait in its title alone: "Rate limit is exceeded. Try again in 60 seconds." */
    static Fault tooManyRequestsInTitle(long seconds) {
        return exchange -> Answers.tooMany(seconds, exchange.number());
    }

    static Fault serverError() {
        return exchange -> Answers.problem(500, "An unhandled error occurred", exchange.number());
    }

    /** A 502 from a proxy in front of the vendor, as a page of HTML. */
    static Fault badGateway() {
        return exchange -> Answers.html(502, "502 Bad Gateway");
    }

    static Fault unavailable() {
        return exchange -> Answers.html(503, "503 Service Unavailable");
    }

    /** What the vendor answers when a call takes more than 100 seconds. */
    static Fault timeout() {
        return exchange -> Answers.html(504, "504 Gateway Time-out");
    }

    /** A 401 out of the blue, without a body. */
    static Fault unauthorized() {
        return exchange -> Answers.empty(401);
    }

    static Fault forbidden() {
        return exchange -> Answers.problem(403, "The application has no access to this", exchange.number());
    }

    static Fault notFound() {
        return exchange -> Answers.problem(404, "Not found", exchange.number());
    }

    static Fault conflict() {
        return exchange -> Answers.problem(409, "Conflict", exchange.number());
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
        return exchange -> serverError().answer(exchange).newBuilder().code(200).build();
    }

    /** A page that claims to be a success. */
    static Fault htmlAsSuccess() {
        return exchange -> Answers.html(200, "We will be back soon");
    }

    static Fault emptyBody() {
        return exchange -> exchange.regular().newBuilder().body("").build();
    }

    /** Every page of a list is the first one, whatever is asked for. */
    static Fault repeatingPage() {
        return exchange -> exchange.page((offset, count) -> 0, (offset, count) -> count);
    }

    /** There is always another page of a list: rows begin again after the last one. */
    static Fault endlessPages() {
        return exchange -> exchange.page(
                (offset, count) -> count == 0 ? 0 : offset % count, (offset, count) -> offset * 2 + 100_000);
    }

    /** That many rows of a feed's page come twice. */
    static Fault repeatedRows(int rows) {
        return exchange -> exchange.repeating(rows);
    }

    /**
     * One row of a path has another value in a field, such as a text where a number belongs.
     *
     * @param row an id, or in reports the number of a row on its page, from 0 on
     * @param json the value, as JSON
     */
    static Fault misstated(long row, String field, String json) {
        return exchange -> exchange.misstating(row, field, json);
    }
}
