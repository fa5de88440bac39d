package io.fieldhouse.etl;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a load, or a unit of it, failed. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Connections that broke, servers that stop or are full, and locks that another holds: later may be better. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");
    /** Transactions that the server ended since nothing came or they took too long, and a server that only reads. */
    private static final Set<String> PASSING_TOO = Set.of("25P03", "25P04", "25006");

    private static final String OTHER_LAYOUT =
            "the warehouse has a different layout than this program: run fieldhouse migrate";

    private static final Map<String, String> CAUSES = Map.of(
            "22", "invalid value; its log has the statement",
            "23", "a row breaks a rule of its table; its log has the statement",
            "25006", "it takes no changes now, as after a failover",
            "25P03", "the transaction waited too long",
            "42703", OTHER_LAYOUT,
            "42P01", OTHER_LAYOUT,
            "42501", "the login lacks a right; docs/warehouse.md says which role has it",
            "53100", "its disk is full: make room",
            "53300", "it has no connection left");

    private final Kind kind;
    private final @Nullable String state;

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
        this(kind, message, cause, null);
    }

    private LoadException(Kind kind, String message, @Nullable Throwable cause, @Nullable String state) {
        super(message, cause);
        this.kind = kind;
        this.state = state;
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
        boolean passing = state == null || PASSING.contains(state.substring(0, 2)) || PASSING_TOO.contains(state);
        // The database's own words may repeat a value, and so may the exception that holds them.
        return new LoadException(
                passing ? Kind.TRANSIENT : Kind.PERMANENT,
                attempt + " failed: the database says " + state + cause(state) + (passing ? ". Try again later." : "."),
                null,
                state);
    }

    private static String cause(@Nullable String state) {
        String cause = state == null ? null : CAUSES.getOrDefault(state, CAUSES.get(state.substring(0, 2)));
        return cause == null ? "" : " (" + cause + ")";
    }

    public Kind kind() {
        return kind;
    }

    /** The SQLSTATE that the database refused with, if it did. */
    public Optional<String> state() {
        return Optional.ofNullable(state);
    }
}
