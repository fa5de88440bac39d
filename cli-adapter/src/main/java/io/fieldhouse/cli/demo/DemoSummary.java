package io.fieldhouse.cli.demo;

import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.tracktik.Coverage;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import io.fieldhouse.etl.sql.Statements;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a demo has to show for itself, from the views that people read. */
final class DemoSummary {
    private static final Statements SQL = Statements.of(DemoSummary.class);

    private final List<Map<String, @Nullable Object>> hours;
    private final List<Map<String, @Nullable Object>> exceptions;
    private final List<Map<String, @Nullable Object>> history;
    private final Coverage coverage;

    DemoSummary(DataSource warehouse, PeriodEnds ends, int periodId) {
        Map<String, Integer> period = Map.of("period_id", periodId);
        hours = Rows.of(warehouse, SQL.get("hours"), period);
        exceptions = Rows.of(warehouse, SQL.get("exceptions"), period);
        history = Rows.of(warehouse, SQL.get("history"), Map.of());
        coverage = Coverage.of(warehouse, ends);
    }

    String text(String period) {
        String line = System.lineSeparator();
        return "Hours and amounts of " + period + ", by sub-region" + line + Rows.table(hours) + line
                + "Exceptions of attendance in " + period + line + Rows.table(exceptions) + line
                + "Coverage: shifts by period and sub-region" + line + coverage.text() + line
                + (history.isEmpty() ? "" : "A site's history" + line + Rows.table(history));
    }

    Map<String, Object> data() {
        return Map.of("regions", hours, "exceptions", exceptions, "history", history, "coverage", coverage.cells());
    }
}
