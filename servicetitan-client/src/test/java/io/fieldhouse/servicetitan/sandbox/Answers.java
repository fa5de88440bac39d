package io.fieldhouse.servicetitan.sandbox;

import java.util.Map;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** The shapes of answers that are not pages. */
final class Answers {
    static final String JSON = "application/json; charset=utf-8";

    private Answers() {}

    static MockResponse json(int status, JsonBytes body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", JSON)
                .body(body.buffer())
                .build();
    }

    static MockResponse object(int status, Consumer<JsonBytes> fields) {
        JsonBytes out = new JsonBytes(256).begin();
        fields.accept(out);
        return json(status, out.end());
    }

    /** What the vendor calls an ApiErrorResponse, after RFC 7807. */
    static MockResponse problem(int status, String title, Map<String, String> errors, String traceId) {
        return object(status, out -> {
            out.name("type").value("https://httpstatuses.com/" + status);
            out.name("title").value(title);
            out.name("status").value(status);
            out.name("traceId").value(traceId);
            out.name("errors").begin();
            errors.forEach((field, message) ->
                    out.name(field).beginArray().value(message).endArray());
            out.end();
            out.name("data").begin().end();
        });
    }

    static MockResponse problem(int status, String title, long number) {
        return problem(status, title, Map.of(), traceId(number));
    }

    /** A 429 that says how long to wait in its title alone. */
    static MockResponse tooMany(long seconds, long number) {
        return problem(429, "Rate limit is exceeded. Try again in " + seconds + " seconds.", number);
    }

    /** By which the vendor's support finds a request. */
    static String traceId(long number) {
        return String.format("00-%032x-%016x-00", Chance.draw(number, 71, 1) >>> 1, Chance.draw(number, 72, 1) >>> 1);
    }

    static MockResponse oauthError(int status, String error) {
        return object(status, out -> out.name("error").value(error));
    }

    /** The vendor's gateway says nothing but the status. */
    static MockResponse empty(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    static MockResponse html(int status, String title) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>")
                .build();
    }

    static MockResponse withHeader(MockResponse answer, String name, @Nullable String value) {
        return value == null
                ? answer
                : answer.newBuilder().setHeader(name, value).build();
    }
}
