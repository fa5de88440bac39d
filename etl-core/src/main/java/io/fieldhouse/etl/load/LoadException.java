package io.fieldhouse.etl.load;

import org.jspecify.annotations.Nullable;

/** Why a load, or a unit of it, failed. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whether trying again can help. */
    public enum Kind {
        /** Trying again later can help. */
        TRANSIENT,
        /** Somebody has to change something first. */
        PERMANENT,
        /** It was stopped on request; the next run goes on from there. */
        INTERRUPTED
    }

    /** Takes a message that says what was attempted, what happened and what follows, without personal data. */
    public LoadException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
