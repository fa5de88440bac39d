package io.fieldhouse.servicetitan;

/** Why a call to ServiceTitan failed; the only exception that the client throws. */
public final class ServiceTitanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What went wrong, and so whether asking again can help. */
    public enum Kind {
        /** The client id, its secret or the app key is wrong. */
        CREDENTIALS,
        /** The login is known and may not do this. */
        FORBIDDEN,
        /** The call itself is wrong. */
        BAD_REQUEST,
        /** There is nothing of that name or id. */
        NOT_FOUND,
        /** Too many calls for now. */
        RATE_LIMITED,
        /** ServiceTitan failed, or took too long. */
        SERVER,
        /** No answer arrived, or not all of it. */
        NETWORK,
        /** The answer is not what was asked for, or cannot be read. */
        BAD_ANSWER
    }

    /** Takes a message of one line, without secrets or personal data. */
    public ServiceTitanException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
