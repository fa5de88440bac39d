package io.fieldhouse.etl.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The rows of a CSV beside the facts, in a transaction of its own: they are sent to a temporary table, led to sites and
 * regions, and compared, all by SQL. Names come from the measures, values are bound.
 */
final class Comparison {
    private static final int BATCH = 5000;

    private final DSLContext sql;
    private final ReconcileRequest request;
    private final List<Measure> measures;
    private final Long[] asked;
    private final List<SiteFigures> batch = new ArrayList<>();

    Comparison(DSLContext sql, ReconcileRequest request) {
        this.sql = sql;
        this.request = request;
        this.measures = List.copyOf(request.mapping().measures().keySet());
        this.asked = request.regions().toArray(Long[]::new);
        sql.execute("CREATE TEMP TABLE csv_rows (region text, site text, "
                + each(measure -> measure.column() + " numeric") + ") ON COMMIT DROP");
    }

    /** Adds a row of the CSV. */
    void add(SiteFigures row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            send();
        }
    }

    private void send() {
        List<Object> columns = new ArrayList<>();
        columns.add(batch.stream().map(SiteFigures::region).toArray(String[]::new));
        columns.add(batch.stream().map(SiteFigures::site).toArray(String[]::new));
        for (Measure measure : measures) {
            columns.add(batch.stream().map(row -> row.figures().get(measure)).toArray(BigDecimal[]::new));
        }
        sql.execute(
                "INSERT INTO csv_rows SELECT * FROM unnest(?::text[], ?::text[], " + each(measure -> "?::numeric[]")
                        + ")",
                columns.toArray());
        batch.clear();
    }

    /** Stores what comes of it, and counts it. */
    void store(long reconciliationId, long otherPeriods) {
        send();
        sumFacts();
        CsvSites.find(sql, request, sums());
        compare(reconciliationId);
        count(reconciliationId, otherPeriods);
    }

    /** What is here. Where the CSV has no regions, a site that worked in several counts to one: its own, if it can. */
    private void sumFacts() {
        String region = hasRegions() ? "f.region_id" : """
                CASE WHEN f.client_id IS NULL THEN f.region_id
                     ELSE first_value(f.region_id) OVER (PARTITION BY f.client_id
                              ORDER BY f.region_id = c.region_id DESC NULLS LAST, f.region_id) END""";
        sql.execute(
                """
                CREATE TEMP TABLE here_figures ON COMMIT DROP AS
                SELECT region_id, client_id, %s, greatest(%s) > 0 AS has_figures
                FROM (SELECT %s AS region_id, f.client_id, %s
                      FROM tracktik.fact_billing f LEFT JOIN tracktik.current_clients c USING (client_id)
                      WHERE f.period_id = ? AND f.region_id = ANY (?)) figures
                GROUP BY region_id, client_id""".formatted(
                                sums(),
                                each(measure -> "abs(sum(%s))".formatted(measure.column())),
                                region,
                                each(measure -> "f." + measure.column())),
                request.period().id(),
                asked);
    }

    private void compare(long reconciliationId) {
        List<Object> values = new ArrayList<>();
        for (Measure measure : measures) {
            values.add(request.tolerance().of(measure));
        }
        values.add(reconciliationId);
        values.add(request.tolerance().relative());
        sql.execute(
                """
                INSERT INTO etl.reconciliation_rows
                    (reconciliation_id, region_id, client_id, region_code, site_code, measure, here, there, outcome, remark)
                WITH there_figures AS (
                    SELECT region_id, client_id, min(region_code) AS region_code, min(site_code) AS site_code,
                           min(remark) AS remark, %s
                    FROM csv_sites WHERE NOT is_elsewhere
                    GROUP BY region_id, client_id, CASE WHEN client_id IS NULL THEN code END
                ), pairs AS (
                    SELECT coalesce(h.region_id, t.region_id) AS region_id, coalesce(h.client_id, t.client_id) AS client_id,
                           t.region_code, t.site_code, t.remark, h.region_id IS NOT NULL AS is_here,
                           t.site_code IS NOT NULL AS is_there, m.measure, m.here, m.there, m.tolerance
                    FROM here_figures h
                    FULL JOIN there_figures t ON t.region_id = h.region_id AND t.client_id = h.client_id
                    CROSS JOIN LATERAL (VALUES %s) m (measure, here, there, tolerance)
                )
                SELECT ?, region_id, client_id, region_code, site_code, measure, here, there,
                       CASE WHEN NOT is_there THEN 'only here'
                            WHEN NOT is_here THEN 'only there'
                            WHEN abs(coalesce(here, 0) - coalesce(there, 0))
                                 <= greatest(tolerance, ? * greatest(abs(here), abs(there))) THEN 'match'
                            WHEN there IS NULL THEN 'only here'
                            WHEN here IS NULL THEN 'only there'
                            ELSE 'difference' END,
                       remark
                FROM pairs WHERE num_nonnulls(here, there) > 0""".formatted(
                        sums(), each(measure -> "('%1$s', h.%1$s, t.%1$s, ?::numeric)".formatted(measure.column()))),
                values.toArray());
    }

    private void count(long reconciliationId, long otherPeriods) {
        sql.execute("""
                UPDATE etl.reconciliations r
                SET rows_compared = s.compared, rows_of_other_regions = s.elsewhere, rows_of_other_periods = ?,
                    matches = o.matches, differences = o.differences, only_here = o.only_here, only_there = o.only_there
                FROM (SELECT coalesce(sum(row_count) FILTER (WHERE NOT is_elsewhere), 0) AS compared,
                             coalesce(sum(row_count) FILTER (WHERE is_elsewhere), 0) AS elsewhere
                      FROM csv_sites) s,
                     (SELECT count(*) FILTER (WHERE outcome = 'match') AS matches,
                             count(*) FILTER (WHERE outcome = 'difference') AS differences,
                             count(*) FILTER (WHERE outcome = 'only here') AS only_here,
                             count(*) FILTER (WHERE outcome = 'only there') AS only_there
                      FROM etl.reconciliation_rows WHERE reconciliation_id = ?) o
                WHERE r.reconciliation_id = ?""", otherPeriods, reconciliationId, reconciliationId);
    }

    private boolean hasRegions() {
        return request.mapping().region() != null;
    }

    private String sums() {
        return each(measure -> "sum(%1$s) AS %1$s".formatted(measure.column()));
    }

    private String each(Function<Measure, String> text) {
        return measures.stream().map(text).collect(Collectors.joining(", "));
    }
}
