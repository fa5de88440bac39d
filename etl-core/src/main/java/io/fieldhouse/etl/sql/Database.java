package io.fieldhouse.etl.sql;

import io.fieldhouse.etl.LoadException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** The way to a warehouse. As thread-safe as its data source. */
public final class Database {
    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Takes a connection until the session is closed. */
    public Session open() {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(true);
                return new Session(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw LoadException.of("Connecting to the warehouse", e);
        }
    }

    /** Runs statements on a connection, each on its own: see {@link Session#work}. */
    public <R> R work(String attempt, Function<Sql, R> work) {
        try (Session session = open()) {
            return session.work(attempt, work);
        }
    }

    /** Runs statements in one transaction: see {@link Session#transaction}. */
    public <R> R transaction(String attempt, Function<Sql, R> work) {
        try (Session session = open()) {
            return session.transaction(attempt, work);
        }
    }
}
