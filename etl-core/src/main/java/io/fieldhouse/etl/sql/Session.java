package io.fieldhouse.etl.sql;

import io.fieldhouse.etl.LoadException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the database, for a while. To be used by one thread. */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private static final Statements SQL = Statements.of(Session.class);

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** The connection itself, for what is not a statement: COPY from Java. */
    public Connection connection() {
        return connection;
    }

    /**
     * Runs statements, each on its own.
     *
     * @param attempt what they are for, such as {@code Placing shifts}
     */
    public <R> R work(String attempt, Function<Sql, R> work) {
        return work.apply(Sql.on(connection, attempt));
    }

    /** Runs statements in one transaction, which is committed when this returns, and undone when this throws. */
    public <R> R transaction(String attempt, Function<Sql, R> work) {
        try {
            connection.setAutoCommit(false);
            try {
                Sql sql = Sql.on(connection, attempt);
                sql.run(SQL.get("limit-waits"));
                R result = work.apply(sql);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (Throwable e) {
                undo(e);
                throw e;
            }
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    /** Where the connection is broken, the server undoes it. */
    private void undo(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Gives the connection up: a pool drops it. */
    public void abort() {
        try {
            connection.abort(Runnable::run);
            // A pool drops what it sees to be broken, and sees it by a use that fails.
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("A connection is given up: SQLSTATE {}", e.getSQLState());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection is closed: SQLSTATE {}", e.getSQLState());
        }
    }
}
