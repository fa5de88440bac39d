package io.fieldhouse.etl.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Runs statements on a connection, with values that are bound where their names stand, such as {@code :run_id}. */
public final class NamedSql {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)\\b");

    private final Connection connection;
    private final Map<String, ? extends @Nullable Object> values;

    /** Takes the values by their names; a list of ids is bound as an array. */
    public NamedSql(Connection connection, Map<String, ? extends @Nullable Object> values) {
        this.connection = connection;
        this.values = values;
    }

    /** The same, with more values. */
    public NamedSql with(Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.putAll(more);
        return new NamedSql(connection, all);
    }

    /** Runs a statement, and says how many rows it wrote. */
    public long run(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            return statement.executeLargeUpdate();
        }
    }

    /** Asks for the first row, as numbers. */
    public List<Long> numbers(String sql) throws SQLException {
        return rows(sql).get(0);
    }

    /** Asks for every row, as numbers. */
    public List<List<Long>> rows(String sql) throws SQLException {
        return all(sql, row -> longs(row, 1));
    }

    private static List<Long> longs(ResultSet row, int first) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int i = first; i <= row.getMetaData().getColumnCount(); i++) {
            numbers.add(row.getLong(i));
        }
        return numbers;
    }

    /** What is made of a row. */
    @FunctionalInterface
    public interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** Asks for every row, and reads it. */
    public <R> List<R> all(String sql, Row<R> reader) throws SQLException {
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            List<R> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    /** Asks for every row: its first column, a text, and what numbers come with it. */
    public Map<String, List<Long>> counts(String sql) throws SQLException {
        Map<String, List<Long>> counts = new HashMap<>();
        all(sql, row -> counts.put(row.getString(1), longs(row, 2)));
        return counts;
    }

    /** Asks for a number. */
    public long number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }

    /** Asks whether a condition holds. */
    public boolean holds(String condition) throws SQLException {
        return number("SELECT (" + condition + ")::integer") == 1;
    }

    /** Asks for the first column of every row, as numbers. */
    public List<Long> ids(String sql) throws SQLException {
        return all(sql, row -> row.getLong(1));
    }

    /** Asks for the first column of every row, as texts. */
    public List<String> texts(String sql) throws SQLException {
        return all(sql, row -> row.getString(1));
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(sql);
        while (name.find()) {
            names.add(name.group(1));
        }
        PreparedStatement statement = connection.prepareStatement(name.replaceAll("?"));
        // A plan that was made once for all units would suit none of them.
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        for (int i = 0; i < names.size(); i++) {
            bind(statement, i + 1, names.get(i));
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int place, String name) throws SQLException {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("There is no value :" + name + ", only " + values.keySet() + ".");
        }
        Object value = values.get(name);
        statement.setObject(
                place, value instanceof List<?> ids ? connection.createArrayOf("bigint", ids.toArray()) : value);
    }
}
