package io.fieldhouse.warehouse;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a warehouse could not be opened or migrated; the message is one line that ends with what to do. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** No server answers at the address. */
        UNREACHABLE,
        /** The server refuses the user or the password. */
        REFUSED,
        /** The server has no database of that name. */
        NO_DATABASE,
        /** The login may not do what has to be done. */
        MISSING_PRIVILEGE,
        /** The server is older than the oldest that is supported. */
        UNSUPPORTED_SERVER,
        /** The database holds something else under the names that the warehouse uses. */
        NOT_A_WAREHOUSE,
        /** The warehouse has not been migrated, or not to the version that this code knows. */
        NOT_MIGRATED,
        /** The warehouse was migrated by a newer version of the code. */
        NEWER_THAN_CODE,
        /** A migration is not what it was when it ran. */
        CHANGED_MIGRATION,
        /** The warehouse differs from what its migrations made. */
        CHANGED_BY_HAND,
        /** Anything else that the database refused. */
        FAILED
    }

    WarehouseException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    WarehouseException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Finds the database's own error in what a pool or a tool wrapped around it, and says what to do about it. */
    static WarehouseException of(String attempt, Throwable thrown) {
        SQLException error = databaseErrorIn(thrown);
        if (error == null) {
            return new WarehouseException(
                    Kind.FAILED, attempt + " failed: " + firstLine(thrown) + ". See the cause.", thrown);
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String said = firstLine(error) + unknownHostBehind(error);
        if (state.equals("08004") && said.contains("password")) {
            // What the driver says of a missing password, before it has sent one.
            return new WarehouseException(
                    Kind.REFUSED, "The database refused the login: " + said + ". Give it a password.", thrown);
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new WarehouseException(
                    Kind.UNREACHABLE,
                    "The database cannot be reached: " + said + ". Start it, or correct the address.",
                    thrown);
        }
        if (state.startsWith("28")) {
            return new WarehouseException(
                    Kind.REFUSED,
                    "The database refused the login: " + said + ". Correct the user or the password.",
                    thrown);
        }
        return switch (state) {
            case "3D000" ->
                new WarehouseException(
                        Kind.NO_DATABASE,
                        "The database is not there: " + said + ". Create it, or correct its name in the address.",
                        thrown);
            case "42501" ->
                new WarehouseException(
                        Kind.MISSING_PRIVILEGE,
                        attempt + " was not allowed: " + said
                                + ". Use a login that may connect and is a member of fieldhouse_owner to migrate, of"
                                + " fieldhouse_loader to load.",
                        thrown);
            case "25006" ->
                new WarehouseException(
                        Kind.MISSING_PRIVILEGE,
                        attempt + " was not allowed: " + said
                                + ". Use a server that accepts changes, which a standby does not.",
                        thrown);
            default ->
                new WarehouseException(
                        Kind.FAILED, attempt + " failed: " + said + " (SQL state " + state + ").", thrown);
        };
    }

    private static @Nullable SQLException databaseErrorIn(Throwable thrown) {
        SQLException innermost = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException error && error.getSQLState() != null) {
                innermost = error;
            }
        }
        return innermost;
    }

    private static String unknownHostBehind(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException) {
                return " (no host of that name: " + t.getMessage() + ")";
            }
        }
        return "";
    }

    private static String firstLine(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String line = message.lines().findFirst().orElse(message).strip();
        line = line.startsWith("FATAL: ") || line.startsWith("ERROR: ") ? line.substring(7) : line;
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
