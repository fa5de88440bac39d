package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The shifts in quarantine. What is kept of them is not loaded from there, since it may be out of date: their units are
 * read again from TrackTik, and a load that finds them in order, or gone, settles them.
 */
public final class QuarantinedShifts {
    private static final Statements SQL = Statements.of(QuarantinedShifts.class);
    private static final String LOOKING = "Looking for the units of the shifts in quarantine";

    private final Database warehouse;

    /** Looks into a warehouse, as a member of the loader role. */
    public QuarantinedShifts(Database warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Settles what waits for a place in {@code :region_id}, or at a position without a site, and is not in TrackTik any more.
     *
     * @param sql knows {@code :shifts}, all shifts of {@code :period_id} and that region, as they were read just now
     */
    static void settleGone(Sql sql) {
        withKept(sql).run(SQL.get("settle-gone"));
    }

    /** Settles what an attempt's unit could not read before, and now can, or does not find any more. */
    static void settleReadable(Sql sql, Attempt attempt) {
        sql.with("unit_id", attempt.unitId()).run(SQL.get("settle-readable"));
    }

    private static Sql withKept(Sql sql) {
        return sql.with("kept", SQL.get("kept"));
    }

    /** Returns the units that would load them; writes nothing. */
    public QuarantineReplay plan() {
        return warehouse.work(LOOKING, QuarantinedShifts::waiting);
    }

    /** Marks those units, so that the next load of their periods reads them again. */
    public QuarantineReplay mark() {
        return warehouse.transaction(LOOKING, sql -> {
            // A commit locks rows of the ledger in an order of its own: it is waited for, or waits.
            CommitShifts.takeTurn(sql);
            QuarantineReplay replay = waiting(sql);
            sql.with(
                            "units",
                            replay.units().stream()
                                    .filter(Waiting::isLoaded)
                                    .map(Waiting::unitId)
                                    .toList())
                    .run(SQL.get("mark"));
            return replay;
        });
    }

    private static QuarantineReplay waiting(Sql sql) {
        List<Waiting> units = new ArrayList<>();
        List<Long> withoutUnit = new ArrayList<>();
        List<Long> withoutKey = withKept(sql).all(SQL.get("waiting"), row -> {
            long shifts = row.getLong("shifts");
            if (row.getObject("unit_id") == null) {
                withoutUnit.add(shifts);
            } else {
                units.add(new Waiting(
                        row.getLong("unit_id"),
                        row.getString("label"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("region_id"),
                        row.getString("name"),
                        row.getString("state"),
                        shifts));
            }
            return row.getLong("nameless");
        });
        return new QuarantineReplay(units, sum(withoutUnit), sum(withoutKey));
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
