package io.fieldhouse.etl;

/** What was asked for cannot be done; the message says why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
