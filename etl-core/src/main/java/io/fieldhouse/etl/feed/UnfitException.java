package io.fieldhouse.etl.feed;

/** A value that its column cannot hold. The message says why and not what. */
public final class UnfitException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    public UnfitException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
