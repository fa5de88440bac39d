package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of a CSV beside the facts, in the caller's transaction: they are sent to a temporary table, led to sites and
 * regions, and compared, all by SQL.
 */
final class Comparison {
    private static final Statements SQL = Statements.of(Comparison.class);
    private static final int BATCH = 5000;

    private final Sql sql;
    private final List<Measure> measures;
    private final List<SiteFigures> batch = new ArrayList<>();

    Comparison(Sql sql, ReconcileRequest request) {
        CsvMapping mapping = request.mapping();
        this.measures = List.copyOf(mapping.measures().keySet());
        // Wherever the sites are, their days lie within.
        Window days = request.period().days().widened(1);
        this.sql = sql.with("columns", each(column -> column + " numeric"))
                .with("figures", each(":%s::numeric[]"::formatted))
                .with("sums", each("sum(%1$s) AS %1$s"::formatted))
                .with("magnitudes", each("abs(sum(%s))"::formatted))
                .with("pairs", pairs())
                .with("period_id", request.period().id())
                .with("first_day", days.from())
                .with("last_day", days.to())
                .with("region_ids", request.regions())
                .with("has_regions", mapping.region() != null)
                .with("region_by", mapping.regionBy().name())
                .with("site_by", mapping.siteBy().name())
                .with("hours_tolerance", request.tolerance().hours())
                .with("amount_tolerance", request.tolerance().amounts())
                .with("relative_tolerance", request.tolerance().relative());
        this.sql.run(SQL.get("create-rows"));
    }

    private SqlText each(Function<String, String> text) {
        return SqlText.of(measures.stream().map(Measure::column).map(text).collect(Collectors.joining(", ")));
    }

    private SqlText pairs() {
        return SqlText.of(measures.stream()
                .map(measure -> "('%1$s', h.%1$s, t.%1$s, :%2$s)"
                        .formatted(measure.column(), measure.isAmount() ? "amount_tolerance" : "hours_tolerance"))
                .collect(Collectors.joining(", ")));
    }

    /** Adds a row of the CSV. */
    void add(SiteFigures row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            send();
        }
    }

    private void send() {
        Sql rows = sql.with("regions", batch.stream().map(SiteFigures::region).toList())
                .with("sites", batch.stream().map(SiteFigures::site).toList());
        for (Measure measure : measures) {
            rows = rows.with(
                    measure.column(),
                    batch.stream().map(row -> row.figures().get(measure)).toList());
        }
        rows.run(SQL.get("add-rows"));
        batch.clear();
    }

    /** Stores what comes of it, and counts it. */
    void store(long reconciliationId, long otherPeriods) {
        send();
        sql.run(SQL.get("sum-facts"));
        sql.run(SQL.get("find-sites"));
        Sql stored = sql.with("reconciliation_id", reconciliationId);
        stored.run(SQL.get("compare"));
        stored.with("other_periods", otherPeriods).run(SQL.get("count"));
    }
}
