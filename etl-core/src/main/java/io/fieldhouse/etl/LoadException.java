package io.fieldhouse.etl;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a load, or a unit of it, failed. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Connections that broke, servers that stop or are full, and locks that another holds: later may be better. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

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

    /**
     * What the database refused, or what the wait for it was interrupted in.
     *
     * @param attempt what was attempted, such as {@code Staging clients}
     */
    public static LoadException of(String attempt, SQLException error) {
        if (error.getCause() instanceof InterruptedException) {
            return new LoadException(
                    Kind.INTERRUPTED, attempt + " was interrupted: the same command goes on from there.", null);
        }
        String state = error.getSQLState();
        boolean passing = state == null || PASSING.contains(state.substring(0, 2));
        // The database's own words may repeat a value, and so may the exception that holds them.
        return new LoadException(
                passing ? Kind.TRANSIENT : Kind.PERMANENT,
                attempt + " failed: the database says " + state + (passing ? ". Try again later." : "."),
                null);
    }

    public Kind kind() {
        return kind;
    }
}
