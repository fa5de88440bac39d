package io.fieldhouse.etl.sql;

import io.fieldhouse.etl.LoadException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/**
 * Runs statements on a connection, with the values that their placeholders name. What the database refuses becomes a {@link
 * LoadException} here, and nowhere else. To be used by one thread.
 */
public final class Sql {
    private static final Map<Class<?>, String> ARRAY_TYPES = Map.of(
            String.class, "text",
            Long.class, "bigint",
            Integer.class, "integer",
            Boolean.class, "boolean",
            byte[].class, "bytea",
            BigDecimal.class, "numeric",
            LocalDate.class, "date",
            OffsetDateTime.class, "timestamptz",
            UUID.class, "uuid");

    private final Connection connection;
    private final String attempt;
    private final Map<String, @Nullable Object> values;

    private Sql(Connection connection, String attempt, Map<String, @Nullable Object> values) {
        this.connection = connection;
        this.attempt = attempt;
        this.values = values;
    }

    /**
     * Statements on a connection.
     *
     * @param attempt what they are for, such as {@code Staging clients}: an error begins with it
     */
    public static Sql on(Connection connection, String attempt) {
        return new Sql(connection, attempt, Map.of());
    }

    /** The same for another attempt. */
    public Sql attempting(String other) {
        return new Sql(connection, other, values);
    }

    /**
     * The same with one more value. A collection is bound as an array of its elements' type, an empty one as one of text: a
     * statement casts it. A {@link SqlText} is put in its place, and may name values itself.
     */
    public Sql with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put(name, value);
        return new Sql(connection, attempt, all);
    }

    /** The same with more values. */
    public Sql with(Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.putAll(more);
        return new Sql(connection, attempt, all);
    }

    /** Runs a statement, and returns how many rows it wrote. */
    public long run(SqlText sql) {
        return prepared(sql, PreparedStatement::executeLargeUpdate);
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** Returns every row of a query. */
    public <R extends @Nullable Object> List<R> all(SqlText query, Row<R> reader) {
        return prepared(query, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                List<R> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** Returns the first row of a query that has one. */
    public <R extends @Nullable Object> R one(SqlText query, Row<R> reader) {
        return all(query, reader).get(0);
    }

    /** Returns the first row of a query, if it has one. */
    public <R> Optional<R> first(SqlText query, Row<R> reader) {
        return all(query, reader).stream().findFirst();
    }

    public long number(SqlText query) {
        return one(query, row -> row.getLong(1));
    }

    /** Returns whether the one row of a query says true. */
    public boolean holds(SqlText query) {
        return one(query, row -> row.getBoolean(1));
    }

    /** Returns the first column of every row. */
    public List<Long> ids(SqlText query) {
        return all(query, row -> row.getLong(1));
    }

    /** Returns the first column of every row. */
    public List<String> texts(SqlText query) {
        return all(query, row -> row.getString(1));
    }

    /** Returns the columns of the first row. */
    public List<Long> numbers(SqlText query) {
        return one(query, row -> longs(row, 1));
    }

    /** Returns every row: its first column, a text, and the numbers behind it. */
    public Map<String, List<Long>> counts(SqlText query) {
        Map<String, List<Long>> counts = new HashMap<>();
        all(query, row -> counts.put(row.getString(1), longs(row, 2)));
        return counts;
    }

    private static List<Long> longs(ResultSet row, int first) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int i = first; i <= row.getMetaData().getColumnCount(); i++) {
            numbers.add(row.getLong(i));
        }
        return numbers;
    }

    /** Sends what a {@code COPY ... TO STDOUT} yields, and returns how many rows that is. COPY takes no values. */
    public long copyTo(OutputStream out, SqlText copy) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(Rendered.of(copy, values).sql(), out);
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    /** Waits until no other transaction has a turn at a table, and keeps the turn until this one ends. */
    public void takeTurn(String table) {
        with("turn_at", table)
                .number(
                        SqlText.of(
                                "SELECT count(*) FROM pg_advisory_xact_lock('pg_class'::regclass::oid::integer, :turn_at::regclass::oid::integer)"));
    }

    /** Works with settings of the planner off, such as {@code enable_nestloop}; if it fails, the transaction is over anyhow. */
    public <R> R without(List<String> settings, Supplier<R> work) {
        settings.forEach(setting -> run(SqlText.of("SET LOCAL " + setting + " = off")));
        R result = work.get();
        settings.forEach(setting -> run(SqlText.of("SET LOCAL " + setting + " TO DEFAULT")));
        return result;
    }

    /** Works within the transaction; if it fails, what it did is undone, and the transaction can go on. */
    public <R> R orUndone(Supplier<R> work) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                R result = work.get();
                connection.releaseSavepoint(before);
                return result;
            } catch (RuntimeException e) {
                connection.rollback(before);
                throw e;
            }
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    /** Requires a transaction, which the caller ends. */
    public void requireTransaction() {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException(attempt + " is part of a transaction");
            }
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    @FunctionalInterface
    private interface Execution<R extends @Nullable Object> {
        R of(PreparedStatement statement) throws SQLException;
    }

    private <R extends @Nullable Object> R prepared(SqlText sql, Execution<R> execution) {
        Rendered rendered = Rendered.of(sql, values);
        try (PreparedStatement statement = connection.prepareStatement(rendered.sql())) {
            // A plan that was made once for all units would suit none of them.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (int i = 0; i < rendered.values().size(); i++) {
                bind(statement, i + 1, rendered.values().get(i));
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    private void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value instanceof Collection<?> items) {
            Class<?> element = elementType(items);
            String type = ARRAY_TYPES.get(element);
            if (type == null) {
                throw new IllegalArgumentException("No array has elements of " + element);
            }
            // The driver looks at the array, and not at what is in it.
            Object[] elements = items.toArray((Object[]) Array.newInstance(element, 0));
            statement.setArray(place, connection.createArrayOf(type, elements));
        } else {
            statement.setObject(place, value);
        }
    }

    private static Class<?> elementType(Collection<?> items) {
        return items.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .<Class<?>>map(Object::getClass)
                .orElse(String.class);
    }

    /**
     * A statement as the driver takes it.
     *
     * @param sql with a question mark where a value is bound
     * @param values in their order
     */
    record Rendered(String sql, List<@Nullable Object> values) {
        static Rendered of(SqlText text, Map<String, ? extends @Nullable Object> known) {
            StringBuilder sql = new StringBuilder();
            List<@Nullable Object> bound = new ArrayList<>();
            append(text, known, sql, bound);
            return new Rendered(sql.toString(), bound);
        }

        private static void append(
                SqlText text,
                Map<String, ? extends @Nullable Object> known,
                StringBuilder sql,
                List<@Nullable Object> bound) {
            text.forEach(sql::append, name -> {
                if (!known.containsKey(name)) {
                    throw new IllegalArgumentException("There is no value :" + name + ", only " + known.keySet());
                }
                Object value = known.get(name);
                if (value instanceof SqlText nested) {
                    append(nested, known, sql, bound);
                } else {
                    sql.append('?');
                    bound.add(value);
                }
            });
        }
    }
}
