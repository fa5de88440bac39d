package io.fieldhouse.cli.export;

import io.fieldhouse.cli.source.View;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A view's rows as CSV, from the database to a stream without a stop in between.
 *
 * @param condition on a row {@code x}
 * @param values of the names in the condition
 */
record ViewExport(View view, SqlText condition, Map<String, Object> values) {
    private static final Statements SQL = Statements.of(ViewExport.class);

    /** Sends the rows, and says how many there are. */
    long to(OutputStream out, DataSource warehouse) throws IOException {
        try {
            return new Database(warehouse).transaction("Exporting " + view, sql -> copy(sql, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long copy(Sql sql, OutputStream out) {
        sql.run(SQL.get("read-only"));
        sql.run(SQL.get("in-utc"));
        SqlText rows = condition;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            sql.with("name", setting(value.getKey()))
                    .with("value", value.getValue())
                    .texts(SQL.get("set").with("type", SqlText.of(type(value.getValue()))));
            rows = rows.with(value.getKey(), read(value));
        }
        try {
            return sql.copyTo(
                    out,
                    SQL.get("copy")
                            .with("view", SqlText.of(quoted(view.schema()) + "." + quoted(view.name())))
                            .with("condition", rows)
                            .with("order", SqlText.of(order())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** COPY takes no values: they are settings of the transaction, and read from there. */
    private static SqlText read(Map.Entry<String, Object> value) {
        return SqlText.of("current_setting('" + setting(value.getKey()) + "')::" + type(value.getValue()));
    }

    private static String type(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(ViewExport::type).findFirst().orElse("text") + "[]";
        }
        return value instanceof Integer ? "integer" : value instanceof Long ? "bigint" : "text";
    }

    private static String setting(String name) {
        return "export." + name;
    }

    /** By the key; where there is none by what names things, and then by all the rest: the same rows, the same file. */
    private String order() {
        if (!view.key().isEmpty()) {
            return view.key().stream().map(column -> "x." + quoted(column)).collect(Collectors.joining(", "));
        }
        return view.columns().stream()
                        .filter(column -> column.endsWith("_id"))
                        .map(column -> "x." + quoted(column) + ", ")
                        .collect(Collectors.joining())
                + "x";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
