package io.fieldhouse.cli.output;

import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a query finds, row by row, by the names of its columns. For answers that fit a screen. */
public final class Rows {
    private Rows() {}

    public static List<Map<String, @Nullable Object>> of(
            DataSource database, SqlText query, Map<String, ? extends @Nullable Object> values) {
        return by(database, sql -> of(sql, query, values));
    }

    public static List<Map<String, @Nullable Object>> of(
            Sql sql, SqlText query, Map<String, ? extends @Nullable Object> values) {
        return sql.with(values).all(query, Rows::row);
    }

    /** Several queries by one connection: to connect takes longer than most of them. */
    public static <T> T by(DataSource database, Function<Sql, T> queries) {
        return new Database(database).work("Looking into the warehouse", queries);
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(row, i, columns.getColumnType(i)));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> moment(row.getObject(column, OffsetDateTime.class));
            case Types.DATE -> row.getObject(column, LocalDate.class);
            default -> row.getObject(column);
        };
    }

    /** What holds since ever, or for ever, has no moment. */
    private static @Nullable OffsetDateTime moment(@Nullable OffsetDateTime moment) {
        return OffsetDateTime.MIN.equals(moment) || OffsetDateTime.MAX.equals(moment) ? null : moment;
    }

    /** The same as a table, a column for each of the query's. */
    public static TextTable table(List<Map<String, @Nullable Object>> rows) {
        TextTable table = new TextTable(
                rows.isEmpty()
                        ? new String[0]
                        : rows.get(0).keySet().stream()
                                .map(name -> name.replace('_', ' '))
                                .toArray(String[]::new));
        rows.forEach(row -> table.row(row.values().toArray()));
        return table;
    }
}
