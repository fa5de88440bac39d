package io.fieldhouse.cli.export;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.SqlText;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What can be exported: a view or a fact of schema tracktik that the login may read. Dimensions are not among them: their
 * views have what is current, without contact details.
 *
 * @param name as the catalogue has it
 * @param kind view or fact
 * @param comment what it holds
 * @param columns in their order
 * @param key the columns that tell its rows apart, where it says so
 */
record ExportedView(String name, String kind, String comment, List<String> columns, List<String> key) {
    private static final String PERIOD = "period_id";
    private static final String REGION = "region_id";

    /** Facts are what is cut into partitions. */
    private static final SqlText CATALOGUE = SqlText.of("""
            SELECT c.relname, CASE c.relkind WHEN 'v' THEN 'view' ELSE 'fact' END,
                   coalesce(obj_description(c.oid, 'pg_class'), ''),
                   (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
                   (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attname <> 'period_id', k.place), '{}')
                    FROM pg_index i
                    CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY k (number, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
                    WHERE i.indrelid = c.oid AND i.indisprimary)
            FROM pg_class c
            WHERE c.relnamespace = 'tracktik'::regnamespace AND c.relkind IN ('v', 'p') AND NOT c.relispartition
              AND has_table_privilege(c.oid, 'SELECT')
            ORDER BY c.relkind DESC, c.relname""");

    static List<ExportedView> all(DataSource warehouse) {
        return new Database(warehouse)
                .work(
                        "Looking for views",
                        sql -> sql.all(
                                CATALOGUE,
                                row -> new ExportedView(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        texts(row.getArray(4)),
                                        texts(row.getArray(5)))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The one that is called so, with its schema or without. */
    static ExportedView named(String name, DataSource warehouse) {
        List<ExportedView> all = all(warehouse);
        String plain = name.startsWith("tracktik.") ? name.substring("tracktik.".length()) : name;
        return all.stream()
                .filter(view -> view.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no view or fact '" + name + "' to export"
                        + Nearest.to(plain, all.stream().map(ExportedView::name).toList())
                                .map(near -> "; " + near + "?")
                                .orElse(": 'fieldhouse export --list' shows those that there are.")));
    }

    boolean hasPeriods() {
        return columns.contains(PERIOD);
    }

    /** Whether it says itself what is loaded. */
    boolean isCoverage() {
        return name.equals("load_coverage");
    }

    boolean hasRegions() {
        return columns.contains(REGION);
    }

    /**
     * What COPY sends. It takes no values of its own, so they are bound to settings of the transaction, and read from there.
     */
    String copy(boolean ofPeriods, boolean ofRegions) {
        String where = ofPeriods
                ? " WHERE period_id BETWEEN current_setting('export.first_period')::integer"
                        + " AND current_setting('export.last_period')::integer"
                : "";
        if (ofRegions) {
            where += (ofPeriods ? " AND" : " WHERE") + " region_id = ANY (current_setting('export.regions')::bigint[])";
        }
        return "COPY (SELECT x.* FROM tracktik." + quoted(name) + " x" + where + " ORDER BY " + order()
                + ") TO STDOUT (FORMAT csv, HEADER)";
    }

    /** By the key; where there is none by what names things, and then by all the rest: the same rows, the same file. */
    private String order() {
        if (!key.isEmpty()) {
            return key.stream().map(column -> "x." + quoted(column)).collect(Collectors.joining(", "));
        }
        return columns.stream()
                        .filter(column -> column.endsWith("_id"))
                        .map(column -> "x." + quoted(column) + ", ")
                        .collect(Collectors.joining())
                + "x";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
