package io.fieldhouse.cli;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The matrix of periods and sub-regions: what is loaded. */
record Coverage(List<Map<String, @Nullable Object>> cells) {
    static Coverage of(DataSource warehouse) {
        return Rows.by(warehouse, Coverage::of);
    }

    static Coverage of(Connection warehouse) {
        return new Coverage(Rows.of(warehouse, """
                SELECT period_id, period, region_id, coalesce(region, region_id::text) AS region, state, row_count,
                       loaded_at, attempts
                FROM tracktik.load_coverage
                ORDER BY period_id DESC, region""", Map.of()));
    }

    /** A row a period, newest first; a column a sub-region, by its rows or by what it waits for. */
    String text() {
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
        TextTable table =
                new TextTable(java.util.stream.Stream.concat(java.util.stream.Stream.of("period"), regions.stream())
                        .toArray(String[]::new));
        periods.forEach((period, row) -> table.row(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(period),
                        regions.stream().map(region -> row.getOrDefault(region, "")))
                .toArray()));
        return table.toString();
    }

    private static Object shown(Map<String, @Nullable Object> cell) {
        Object rows = cell.get("row_count");
        return "loaded".equals(cell.get("state")) && rows != null ? rows : String.valueOf(cell.get("state"));
    }
}
