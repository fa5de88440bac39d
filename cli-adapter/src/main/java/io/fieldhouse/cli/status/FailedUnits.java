package io.fieldhouse.cli.status;

import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units whose last attempt failed: why it did, and what is there of an earlier one. */
record FailedUnits(List<Map<String, @Nullable Object>> units) {
    private static final Statements SQL = Statements.of(FailedUnits.class);
    private static final int SHOWN = 10;
    private static final int WORDS = 120;

    static FailedUnits of(Sql warehouse) {
        List<Map<String, @Nullable Object>> units = Rows.of(warehouse, SQL.get("all"), Map.of());
        units.forEach(unit -> unit.computeIfPresent("scope", (name, scope) -> new Output.Json(scope.toString())));
        return new FailedUnits(units);
    }

    /** A line a unit; nothing where there is none. */
    String text() {
        StringBuilder text = new StringBuilder();
        String line = System.lineSeparator();
        units.stream()
                .limit(SHOWN)
                .forEach(unit -> text.append(unit.get("unit"))
                        .append(" failed: ")
                        .append(firstWords(unit.get("error")))
                        .append(earlier(unit))
                        .append(line));
        if (units.size() > SHOWN) {
            text.append("and ")
                    .append(Count.of(units.size() - SHOWN, "more unit"))
                    .append(line);
        }
        return text.toString();
    }

    private static String firstWords(@Nullable Object error) {
        String words = error == null ? "unknown cause." : TextTable.text(error);
        if (words.length() <= WORDS) {
            return words;
        }
        int end = words.lastIndexOf(' ', WORDS);
        return words.substring(0, end < 0 ? WORDS : end) + " ...";
    }

    private static String earlier(Map<String, @Nullable Object> unit) {
        return unit.get("loaded_at") == null || !(unit.get("row_count") instanceof Number rows)
                ? ""
                : " Still there: " + Count.of(rows.longValue(), "row") + " of " + TextTable.text(unit.get("loaded_at"))
                        + ".";
    }
}
