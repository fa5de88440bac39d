package io.fieldhouse.tracktik.sandbox;

import mockwebserver3.MockResponse;

/** A request that the API answers with an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String message) {
        // No stack trace: it is an answer, and there may be many.
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** What the proxy in front of the API says when a call takes too long, whatever it asks for. */
    static Refusal timeout() {
        return new Refusal(504, "504 Gateway Time-out");
    }

    boolean isTimeout() {
        return status == 504;
    }

    MockResponse answer() {
        return isTimeout() ? Answers.html(status, text()) : Answers.error(status, text());
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
