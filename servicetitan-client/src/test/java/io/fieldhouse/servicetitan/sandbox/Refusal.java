package io.fieldhouse.servicetitan.sandbox;

import java.util.Map;
import mockwebserver3.MockResponse;

/** A request that the API answers with a problem. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> errors;

    private Refusal(int status, String title, Map<String, String> errors) {
        // No stack trace: it is an answer, and there may be many.
        super(title, null, false, false);
        this.status = status;
        this.errors = errors;
    }

    static Refusal badRequest(String title) {
        return new Refusal(400, title, Map.of());
    }

    /** A value that a parameter cannot have. */
    static Refusal badValue(String parameter, String message) {
        return new Refusal(400, "One or more validation errors occurred.", Map.of(parameter, message));
    }

    static Refusal forbidden(String title) {
        return new Refusal(403, title, Map.of());
    }

    static Refusal notFound(String title) {
        return new Refusal(404, title, Map.of());
    }

    MockResponse answer(long number) {
        return Answers.problem(status, String.valueOf(getMessage()), errors, Answers.traceId(number));
    }
}
