package io.fieldhouse.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Compares definitions of views by what one server reads in them. Servers print the same view differently: an older
 * one qualifies more columns, and a restore names columns that had no name. So the server parses both definitions and
 * prints them again, with every operator in its parentheses. Works in the caller's transaction, which is rolled back
 * afterwards, and needs the right to create temporary tables.
 */
final class ViewTexts {
    private static final String NOT_ALLOWED = "42501";

    private final Connection connection;

    ViewTexts(Connection connection) {
        this.connection = connection;
    }

    boolean areTheSame(String one, String other) throws SQLException {
        if (one.equals(other)) {
            return true;
        }
        String read = reprinted(one);
        return read != null && read.equals(reprinted(other));
    }

    /** Returns null for a definition that does not fit the tables that are there. */
    private @Nullable String reprinted(String definition) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY VIEW reprinted AS " + definition);
            try (var row = statement.executeQuery("SELECT pg_get_viewdef('pg_temp.reprinted'::regclass)")) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            if (doesNotFit(e.getSQLState())) {
                return null;
            }
            throw e;
        } finally {
            connection.rollback(before);
        }
    }

    private static boolean doesNotFit(@Nullable String state) {
        return state != null && !state.equals(NOT_ALLOWED) && (state.startsWith("42") || state.startsWith("22"));
    }
}
