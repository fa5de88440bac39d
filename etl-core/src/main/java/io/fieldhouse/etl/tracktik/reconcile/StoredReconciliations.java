package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.reconcile.Outcome;
import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes down what is compared, and reads back what came of it. */
final class StoredReconciliations {
    private static final Statements SQL = Statements.of(StoredReconciliations.class);

    private final Sql sql;

    StoredReconciliations(Sql sql) {
        this.sql = sql;
    }

    /** Writes down what is compared, and says under which number. */
    long add(ReconcileRequest request, Instant madeAt, String fileName, String fileSha256) {
        Map<String, String> mapping = request.mapping().configuration();
        return sql.with("period_id", request.period().id())
                .with("region_ids", request.regions())
                .with("made_at", madeAt.atOffset(ZoneOffset.UTC))
                .with("worker", request.worker())
                .with("file_name", fileName)
                .with("file_sha256", fileSha256)
                .with("keys", mapping.keySet())
                .with("texts", mapping.values())
                .with("hours_tolerance", request.tolerance().hours())
                .with("amount_tolerance", request.tolerance().amounts())
                .with("relative_tolerance", request.tolerance().relative())
                .number(SQL.get("add"));
    }

    /** Reads one back, with so many of the figures that do not match. */
    Reconciliation get(long id, int most) {
        Sql one = sql.with("reconciliation_id", id).with("most", most);
        List<ReconciledTotal> totals = one.all(SQL.get("totals"), StoredReconciliations::total);
        List<ReconciledTotal> regionTotals = one.all(SQL.get("region-totals"), StoredReconciliations::total);
        List<ReconciledFigure> unmatched = one.all(SQL.get("unmatched"), StoredReconciliations::figure);
        return one.first(SQL.get("made"), row -> made(row, totals, regionTotals, unmatched))
                .orElseThrow(() -> new Refusal("There is no reconciliation " + id
                        + ": see tracktik.reconciliations for those that there are."));
    }

    private static Reconciliation made(
            ResultSet row,
            List<ReconciledTotal> totals,
            List<ReconciledTotal> regionTotals,
            List<ReconciledFigure> unmatched)
            throws SQLException {
        return new Reconciliation(
                row.getLong("reconciliation_id"),
                row.getString("label"),
                List.of((Long[]) row.getArray("region_ids").getArray()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("worker"),
                row.getString("file_name"),
                row.getString("file_sha256"),
                new Tolerance(
                        row.getBigDecimal("hours_tolerance"),
                        row.getBigDecimal("amount_tolerance"),
                        row.getBigDecimal("relative_tolerance")),
                new Reconciliation.Rows(
                        row.getLong("rows_compared"),
                        row.getLong("rows_of_other_periods"),
                        row.getLong("rows_of_other_regions")),
                new Reconciliation.Counts(
                        row.getLong("matches"),
                        row.getLong("differences"),
                        row.getLong("only_here"),
                        row.getLong("only_there")),
                totals,
                regionTotals,
                unmatched);
    }

    private static ReconciledTotal total(ResultSet row) throws SQLException {
        return new ReconciledTotal(
                row.getObject("region_id", Long.class),
                row.getString("region"),
                Measure.in(row.getString("measure")),
                row.getBigDecimal("here"),
                row.getBigDecimal("there"),
                row.getBigDecimal("difference"));
    }

    private static ReconciledFigure figure(ResultSet row) throws SQLException {
        return new ReconciledFigure(
                row.getObject("region_id", Long.class),
                row.getString("region"),
                row.getObject("client_id", Long.class),
                row.getString("site_code"),
                row.getString("site"),
                Measure.in(row.getString("measure")),
                row.getBigDecimal("here"),
                row.getBigDecimal("there"),
                row.getBigDecimal("difference"),
                Outcome.of(row.getString("outcome")),
                row.getString("remark"));
    }
}
