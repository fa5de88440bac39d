package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of a load's own, on which it stages records and makes rows of them. Its tables are temporary: nobody else
 * sees them, and they go with it, however its process ends. Nothing on it waits for the disk but {@link #transaction}. To be
 * used by one thread.
 */
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Connection connection;

    private Workbench(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /** Takes a connection until this is closed. */
    public static Workbench open(DataSource warehouse) {
        try {
            Connection connection = warehouse.getConnection();
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("SET synchronous_commit = off");
                return new Workbench(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw LoadException.of("Connecting to the warehouse", e);
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * Works on what is staged, each statement on its own.
     *
     * @param attempt what is attempted, such as {@code Placing shifts}
     */
    public <R> R work(String attempt, Work<R> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    /** Runs statements on what is staged, each on its own; takes the place of {@link #work}. */
    public <R> R workSql(String attempt, Function<Sql, R> work) {
        return work(attempt, connection -> work.apply(Sql.on(connection, attempt)));
    }

    /** Runs statements in one transaction; takes the place of {@link #transaction}. */
    public <R> R transactionSql(String attempt, Function<Sql, R> work) {
        return transaction(attempt, connection -> work.apply(Sql.on(connection, attempt)));
    }

    /** Works in one transaction, which is on the disk when this returns, or undone when this throws. */
    public <R> R transaction(String attempt, Work<R> work) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL synchronous_commit TO DEFAULT");
                // Nobody waits for the dead: a session whose machine is gone gives up its locks, and a waiting one its
                // wait.
                statement.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'");
                statement.execute("SET LOCAL lock_timeout = '10min'");
                R result = work.on(connection);
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
            rollBack();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void rollBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Drops what was staged, and gives the connection back as it came, or else to nobody. */
    @Override
    public void close() {
        try (connection) {
            try (Statement statement = connection.createStatement()) {
                rollBack();
                statement.execute("RESET synchronous_commit");
                statement.execute("DISCARD TEMP");
            } catch (SQLException e) {
                LOG.warn("The connection of a load is given up: SQLSTATE {}", e.getSQLState());
                connection.abort(Runnable::run);
                // A pool drops what it sees to be broken, and sees it by a use that fails.
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("The connection of a load is closed: SQLSTATE {}", e.getSQLState());
        }
    }
}
