package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.fact.Cells;
import io.fieldhouse.etl.fact.FactReload;
import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFacts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the facts of one period and sub-region what was staged, within the transaction that commits the unit. */
final class CommitShifts {
    private static final Statements SQL = Statements.of(CommitShifts.class);
    static final SqlText IN_CELL = SQL.fragment("in_cell");

    static final SqlText BILLING_CODES = PlaceShifts.versions("dim_billing_codes", "billing_code", SqlText.of(""));

    private final Sql sql;
    private final StagedShifts staged;
    private final int periodId;
    private final long regionId;
    private final double vanishedShare;

    /**
     * Takes what was staged.
     *
     * @param placed the table of the shifts' places
     */
    CommitShifts(
            Sql sql,
            StagedShifts staged,
            SqlText placed,
            int periodId,
            long regionId,
            OffsetDateTime asOf,
            long runId,
            double vanishedShare) {
        this.sql = sql.with(staged.tables())
                .with("placed", placed)
                .with("in_cell", IN_CELL)
                .with("usable", SQL.fragment("usable"))
                .with("billing_codes", BILLING_CODES)
                .with(Map.of("period_id", periodId, "region_id", regionId, "as_of", asOf, "run_id", runId));
        this.staged = staged;
        this.periodId = periodId;
        this.regionId = regionId;
        this.vanishedShare = vanishedShare;
    }

    /**
     * Commits of all loaders take turns: a shift that moves from one unit to another is in one of them, whichever of the two
     * is committed first. Whoever locks rows of the ledger in another order waits here, too.
     */
    static void takeTurn(Sql sql) {
        sql.takeTurn(TrackTikFacts.BILLING.name());
    }

    /** Reloads the facts, and returns what became of the shifts. */
    FactReport reload() {
        takeTurn(sql);
        sql.number(SQL.get("ensure-partitions"));
        List<List<Object>> leftCells = takeFromOtherCells();
        // Of what this transaction loads there are no statistics: it looks like a row or none, which invites loops over
        // all.
        // What cannot do without a loop looks so costly then that servers before version 18 would compile it.
        FactReport report = sql.without(List.of("enable_nestloop", "jit"), () -> {
            Cells cell = Cells.one(TrackTikFacts.SHIFTS, periodId, regionId);
            FactReload shifts = new FactReload(sql, TrackTikFacts.SHIFTS, cell, vanishedShare);
            FactReport reloaded = staged.isComplete()
                    ? shifts.reload(SQL.get("shifts"), SQL.get("still-present"))
                    : shifts.update(SQL.get("shifts"));
            new FactReload(sql, TrackTikFacts.ATTENDANCE, cell, 1)
                    .reload(SQL.get("attendance"), SQL.get("shifts-of-facts"));
            sum(leftCells);
            return reloaded;
        });
        settle();
        return report;
    }

    private List<List<Object>> takeFromOtherCells() {
        Sql moving = sql.with("elsewhere", SQL.get("elsewhere"));
        return moving.holds(SQL.get("is-any-elsewhere"))
                ? moving.all(SQL.get("move"), row -> List.of(row.getInt(1), row.getLong(2)))
                : List.of();
    }

    /** Sums this cell, and those that shifts have left. */
    private void sum(List<List<Object>> leftCells) {
        List<List<Object>> cells = new ArrayList<>(leftCells);
        cells.add(List.of(periodId, regionId));
        new FactReload(sql, TrackTikFacts.BILLING, Cells.of(TrackTikFacts.BILLING, cells), 1)
                .reload(SQL.get("sums"), SQL.get("summed"));
        if (!leftCells.isEmpty()) {
            sql.with("periods", leftCells.stream().map(cell -> cell.get(0)).toList())
                    .with("regions", leftCells.stream().map(cell -> cell.get(1)).toList())
                    .run(SQL.get("count-again"));
        }
    }

    /** Settles what waited in quarantine and is loaded by now, or gone. */
    private void settle() {
        sql.run(SQL.get("settle-loaded"));
        if (staged.isComplete()) {
            QuarantinedShifts.settleGone(sql);
        }
        sql.with("clean_feeds", staged.cleanFeeds()).run(SQL.get("settle-clean-feeds"));
        sql.run(SQL.get("settle-belongings"));
    }

    /** How many shifts the unit has. */
    long rows() {
        return sql.number(SQL.get("rows"));
    }
}
