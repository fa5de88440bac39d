package io.fieldhouse.tracktik;

/** Why a call to TrackTik failed; the only exception that the client throws. */
public final class TrackTikException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What went wrong, and so whether asking again can help. */
    public enum Kind {
        /** The user or the password is wrong. Asking again brings a ban nearer. */
        CREDENTIALS,
        /** The login is known and may not do this. */
        FORBIDDEN,
        /** The call itself is wrong. */
        BAD_REQUEST,
        /** There is nothing of that name or id. */
        NOT_FOUND,
        /** Too many calls in the last minute. */
        RATE_LIMITED,
        /** TrackTik failed, or took too long. */
        SERVER,
        /** No answer arrived, or not all of it. */
        NETWORK,
        /** The answer is not what was asked for, or cannot be read. */
        BAD_ANSWER
    }

    /** Takes a message of one line, without secrets or personal data. */
    public TrackTikException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
