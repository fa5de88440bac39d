package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Session;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.sql.Connection;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of a load's own, on which it stages records and makes rows of them. Its tables are temporary: nobody else
 * sees them, and they go with it, however its process ends. Nothing on it waits for the disk but {@link #transaction}. To
 * be used by one thread.
 */
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
    private static final Statements SQL = Statements.of(Workbench.class);

    private final Session session;
    private int tables;

    private Workbench(Session session) {
        this.session = session;
    }

    /** Takes a connection until this is closed. */
    public static Workbench open(Database warehouse) {
        Session session = warehouse.open();
        try {
            session.work("Connecting to the warehouse", sql -> sql.run(SQL.get("open")));
            return new Workbench(session);
        } catch (LoadException e) {
            session.close();
            throw e;
        }
    }

    /** The connection itself, for COPY. */
    Connection connection() {
        return session.connection();
    }

    /** The number of another table on it. */
    int nextTable() {
        return ++tables;
    }

    /**
     * Works on what is staged, each statement on its own.
     *
     * @param attempt what is attempted, such as {@code Placing shifts}
     */
    public <R> R work(String attempt, Function<Sql, R> work) {
        return session.work(attempt, work);
    }

    /** Works in one transaction, which is on the disk when this returns, or undone when this throws. */
    public <R> R transaction(String attempt, Function<Sql, R> work) {
        return session.transaction(attempt, sql -> {
            sql.run(SQL.get("begin"));
            return work.apply(sql);
        });
    }

    /** Drops what was staged, and gives the connection back as it came, or else to nobody. */
    @Override
    public void close() {
        try (session) {
            clear();
        }
    }

    private void clear() {
        try {
            session.work("Clearing a workbench", sql -> sql.run(SQL.get("clear")));
        } catch (LoadException e) {
            LOG.warn("The connection of a load is given up: {}", e.getMessage());
            session.abort();
        }
    }
}
