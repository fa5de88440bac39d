package io.fieldhouse.cli.demo;

import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.tracktik.Coverage;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a demo has to show for itself, from the views that people read. */
final class DemoSummary {
    private final List<Map<String, @Nullable Object>> hours;
    private final List<Map<String, @Nullable Object>> exceptions;
    private final List<Map<String, @Nullable Object>> history;
    private final Coverage coverage;

    DemoSummary(DataSource warehouse, PeriodEnds ends, int periodId) {
        Map<String, Integer> period = Map.of("period_id", periodId);
        hours = Rows.of(warehouse, """
                SELECT region, sites, shifts, scheduled_hours AS scheduled, worked_hours AS worked, pay_amount AS pay,
                       bill_amount AS bill, bill_amount - pay_amount AS margin
                FROM tracktik.region_period_summary WHERE period_id = :period_id ORDER BY region""", period);
        exceptions = Rows.of(warehouse, """
                SELECT exception, count(*) AS shifts, round(sum(minutes) / 60, 2) AS hours
                FROM tracktik.attendance_exceptions WHERE period_id = :period_id GROUP BY exception ORDER BY exception""", period);
        history = Rows.of(warehouse, """
                SELECT name, valid_from, valid_to
                FROM tracktik.dim_clients
                WHERE client_id IN (SELECT client_id FROM tracktik.dim_clients GROUP BY client_id HAVING count(*) > 1)
                ORDER BY client_id, valid_from LIMIT 4""", Map.of());
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
