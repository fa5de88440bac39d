package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The matrix of periods and sub-regions: what is loaded. */
public record Coverage(List<Map<String, @Nullable Object>> cells) {
    private static final Statements SQL = Statements.of(Coverage.class);
    private static final String EARLY = "loaded_before_end";
    private static final char SO_FAR = '*';
    private static final char BEFORE = '~';

    public static Coverage of(DataSource warehouse, PeriodEnds ends) {
        return Rows.by(warehouse, sql -> of(sql, ends));
    }

    public static Coverage of(Sql warehouse, PeriodEnds ends) {
        List<Map<String, @Nullable Object>> cells = Rows.of(warehouse, SQL.get("cells"), Map.of());
        cells.forEach(cell -> cell.put(EARLY, isEarly(cell, ends)));
        return new Coverage(cells);
    }

    private static boolean isEarly(Map<String, @Nullable Object> cell, PeriodEnds ends) {
        return cell.get("loaded_at") instanceof OffsetDateTime loaded
                && cell.get("last_day") instanceof LocalDate last
                && ends.isAfter(loaded, last);
    }

    /** A row a period, newest first; a column a sub-region, by its rows or by what it waits for. */
    public String text() {
        if (cells.isEmpty()) {
            return "Nothing is loaded yet." + System.lineSeparator();
        }
        Set<String> regions = new LinkedHashSet<>();
        Map<String, Map<String, Object>> periods = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> cell : cells) {
            String region = String.valueOf(cell.get("region"));
            regions.add(region);
            periods.computeIfAbsent(String.valueOf(cell.get("period")), any -> new LinkedHashMap<>())
                    .put(region, shown(cell));
        }
        TextTable table = new TextTable(
                Stream.concat(Stream.of("period"), regions.stream()).toArray(String[]::new));
        periods.forEach((period, row) ->
                table.row(Stream.concat(Stream.of(period), regions.stream().map(region -> row.getOrDefault(region, "")))
                        .toArray()));
        return table
                + legend(periods, SO_FAR, "loaded before the period was over: the figures of so far")
                + legend(periods, BEFORE, "to be loaded again: the figures of before");
    }

    private static String legend(Map<String, Map<String, Object>> periods, char sign, String means) {
        return periods.values().stream()
                        .flatMap(row -> row.values().stream())
                        .anyMatch(shown -> shown instanceof TextTable.Marked marked && marked.sign() == sign)
                ? sign + " " + means + System.lineSeparator()
                : "";
    }

    private static Object shown(Map<String, @Nullable Object> cell) {
        if (!(cell.get("row_count") instanceof Number rows)) {
            return String.valueOf(cell.get("state"));
        }
        if (!"loaded".equals(cell.get("state"))) {
            return new TextTable.Marked(rows, BEFORE);
        }
        return Boolean.TRUE.equals(cell.get(EARLY)) ? new TextTable.Marked(rows, SO_FAR) : rows;
    }
}
