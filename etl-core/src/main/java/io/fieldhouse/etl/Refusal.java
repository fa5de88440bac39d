package io.fieldhouse.etl;

/** What was asked for cannot be done; the message says why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofConfiguration;

    public Refusal(String message) {
        this(message, false);
    }

    private Refusal(String message, boolean ofConfiguration) {
        super(message);
        this.ofConfiguration = ofConfiguration;
    }

    /** What is configured cannot be; whoever asks has not typed it. */
    public static Refusal ofConfiguration(String message) {
        return new Refusal(message, true);
    }

    public boolean isOfConfiguration() {
        return ofConfiguration;
    }
}
