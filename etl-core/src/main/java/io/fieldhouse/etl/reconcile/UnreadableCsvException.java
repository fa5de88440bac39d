package io.fieldhouse.etl.reconcile;

/** A CSV that cannot be read on from a line. The message says why, and what to do. */
final class UnreadableCsvException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long line;

    UnreadableCsvException(long line, String reason) {
        super(reason, null, false, false);
        this.line = line;
    }

    long line() {
        return line;
    }
}
