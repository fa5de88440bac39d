package io.fieldhouse.cli.export;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
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
    private static final Statements SQL = Statements.of(ExportedView.class);
    private static final SqlText ALL = SqlText.of("true");
    private static final String PERIOD = "period_id";
    private static final String REGION = "region_id";

    static List<ExportedView> all(DataSource warehouse) {
        return new Database(warehouse)
                .work(
                        "Looking for views",
                        sql -> sql.all(
                                SQL.get("catalogue"),
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
    SqlText copy(boolean ofPeriods, boolean ofRegions) {
        SqlText rows = SQL.get("rows")
                .with("view", SqlText.of("tracktik." + quoted(name)))
                .with("of_periods", ofPeriods ? SQL.fragment("of_periods") : ALL)
                .with("of_regions", ofRegions ? SQL.fragment("of_regions") : ALL)
                .with("order", SqlText.of(order()));
        return SQL.get("copy").with("rows", rows);
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
