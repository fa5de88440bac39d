package io.fieldhouse.etl.feed;

/** A value that its column cannot hold. The message says why and not what. */
public final class UnfitException extends Exception {
    private static final long serialVersionUID = 1;

    public UnfitException(String reason) {
        super(reason, null, false, false);
    }
}
