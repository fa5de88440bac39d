package io.fieldhouse.cli.database;

import org.jspecify.annotations.Nullable;

/** Why there is no database, and what to do. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
