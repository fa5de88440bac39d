package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_ATTENDANCE;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_BILLING;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_SHIFTS;

import io.fieldhouse.etl.fact.Fact;
import io.fieldhouse.etl.fact.FactReload;
import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the facts of one period and region what was staged, within the transaction that commits the unit. */
final class UnitFacts {
    private static final List<String> CELL = List.of("period_id", "region_id");

    static final Fact SHIFTS = Fact.hashed(
            FACT_SHIFTS,
            CELL,
            List.of("shift_id"),
            List.of(
                    "source_modified_at",
                    "business_date",
                    "time_zone",
                    "region_key",
                    "client_id",
                    "client_key",
                    "position_key",
                    "employee_key",
                    "pay_code_key",
                    "billing_code_id",
                    "billing_code_key"));

    static final Fact ATTENDANCE = Fact.in(FACT_ATTENDANCE, CELL, List.of("shift_id"));

    static final Fact BILLING = Fact.in(FACT_BILLING, CELL, List.of("client_id", "position_id", "billing_code_id"));

    /** Sums are of all of a cell's shifts; the members are those that held at the first of them. */
    private static final String SUMS = """
            (SELECT client_id, position_id, billing_code_id, first[1][1] AS region_key, first[1][2] AS client_key,
                    first[1][3] AS position_key, first[1][4] AS billing_code_key, shift_count, scheduled_hours, worked_hours,
                    approved_hours, payable_hours, billable_hours, regular_hours, overtime_hours, holiday_hours, pay_amount,
                    bill_amount
             FROM (
                 SELECT f.client_id, f.position_id, f.billing_code_id,
                        array_agg(ARRAY [f.region_key, f.client_key, f.position_key, f.billing_code_key]
                                  ORDER BY f.starts_at, f.shift_id) AS first,
                        count(*) AS shift_count,
                        sum(f.scheduled_hours) FILTER (WHERE f.status IS DISTINCT FROM 'CANCELLED') AS scheduled_hours,
                        round(sum(a.worked_minutes) / 60, 8) AS worked_hours,
                        sum(f.approved_hours) AS approved_hours, sum(f.payable_hours) AS payable_hours,
                        sum(f.billable_hours) AS billable_hours, sum(f.regular_hours) AS regular_hours,
                        sum(f.overtime_hours) AS overtime_hours, sum(f.holiday_hours) AS holiday_hours,
                        sum(f.pay_amount) AS pay_amount, sum(f.bill_amount) AS bill_amount
                 FROM tracktik.fact_shifts f
                 LEFT JOIN tracktik.fact_attendance a ON a.period_id = f.period_id AND a.shift_id = f.shift_id
                 WHERE f.period_id = :period_id AND f.region_id = :region_id
                 GROUP BY f.client_id, f.position_id, f.billing_code_id
             ) sums)""";

    /** What sums there are, without the sums. */
    private static final String SUMMED = """
            (SELECT DISTINCT client_id, position_id, billing_code_id FROM tracktik.fact_shifts
             WHERE period_id = :period_id AND region_id = :region_id)""";

    private static final String SAME_CELL = "(f.period_id, f.region_id) = (:period_id, :region_id)";

    private final Connection connection;
    private final NamedSql sql;
    private final StagedShifts staged;
    private final double vanishedShare;
    private final long runId;

    UnitFacts(
            Connection connection,
            StagedShifts staged,
            int periodId,
            long regionId,
            OffsetDateTime asOf,
            long runId,
            double vanishedShare) {
        this.connection = connection;
        this.sql = new NamedSql(
                connection, Map.of("period_id", periodId, "region_id", regionId, "as_of", asOf, "run_id", runId));
        this.staged = staged;
        this.vanishedShare = vanishedShare;
        this.runId = runId;
    }

    /**
     * Commits of all loaders take turns: a shift that moves from one unit to another is in one of them, whichever of the
     * two is committed first.
     */
    static void takeTurns(NamedSql sql) throws SQLException {
        sql.number("SELECT count(*) FROM pg_advisory_xact_lock("
                + "'pg_class'::regclass::oid::integer, 'tracktik.fact_billing'::regclass::oid::integer)");
    }

    /** Reloads the facts, and says what became of the shifts. */
    FactReport reload() throws SQLException {
        takeTurns(sql);
        sql.number("SELECT count(*) FROM tracktik.ensure_fact_partitions(:period_id / 100)");
        List<List<Long>> left = takeFromOtherCells();
        // Of what this transaction loads there are no statistics: it looks like a row or none, which invites loops over
        // all. What cannot do without a loop looks so costly then that servers before version 18 would compile it.
        sql.run("SET LOCAL enable_nestloop = off; SET LOCAL jit = off");
        FactReload shifts = new FactReload(sql, SHIFTS, vanishedShare);
        FactReport report = staged.isComplete()
                ? shifts.reload(staged.asShifts(), staged.notGone())
                : shifts.update(staged.asShifts());
        // What is derived vanishes with what it is derived from.
        new FactReload(sql, ATTENDANCE, 1)
                .reload(staged.asAttendance(), "(SELECT shift_id FROM tracktik.fact_shifts f WHERE " + SAME_CELL + ")");
        new FactReload(sql, BILLING, 1).reload(SUMS, SUMMED);
        for (List<Long> cell : left) {
            sumAnew(cell.get(0), cell.get(1));
        }
        sql.run("SET LOCAL enable_nestloop TO DEFAULT; SET LOCAL jit TO DEFAULT");
        settle();
        return report;
    }

    /** What waited in quarantine and is loaded by now, or gone. */
    private void settle() throws SQLException {
        sql.run("""
                UPDATE etl.quarantine q SET settled_at = now()
                WHERE q.source = 'tracktik' AND q.feed = 'shifts' AND q.settled_at IS NULL
                  AND q.source_key IN (SELECT shift_id::text FROM""" + " " + staged.inRegion() + " loaded)");
        if (staged.isComplete()) {
            QuarantinedShifts.settleGone(sql, staged.shifts());
        }
        sql.with(Map.of(
                        "in_order",
                        connection.createArrayOf("text", staged.inOrder().toArray())))
                .run("""
                UPDATE etl.quarantine q SET settled_at = now()
                WHERE q.source = 'tracktik' AND q.feed = ANY (:in_order) AND q.settled_at IS NULL
                  AND q.unit_id = (SELECT unit_id FROM etl.etl_run_log WHERE run_id = :run_id)""");
        sql.run(staged.settled());
    }

    /** How many shifts the unit has. */
    long rows() throws SQLException {
        return sql.number("SELECT count(*) FROM tracktik.fact_shifts f WHERE " + SAME_CELL);
    }

    /**
     * A shift is in one cell: where it has moved here from another, it leaves that one; where a later change has moved it
     * on from here already, it stays there. Says which cells it left. Only shifts that are new here can be elsewhere; each
     * is looked for by the index, however many facts there are.
     */
    private List<List<Long>> takeFromOtherCells() throws SQLException {
        List<List<Long>> elsewhere = sql.rows("""
                SELECT f.period_id, f.region_id, n.shift_id, (f.source_modified_at > n.source_modified_at)::integer
                FROM""" + " " + staged.placed() + """
                 n CROSS JOIN LATERAL (
                    SELECT f.* FROM tracktik.fact_shifts f
                    WHERE f.shift_id = n.shift_id AND (f.period_id, f.region_id) <> (:period_id, :region_id)
                    OFFSET 0) f
                WHERE n.region_id = :region_id AND NOT EXISTS (
                    SELECT FROM tracktik.fact_shifts g
                    WHERE g.period_id = :period_id AND g.region_id = :region_id AND g.shift_id = n.shift_id)""");
        List<List<Long>> left = new ArrayList<>();
        for (List<Long> found : elsewhere) {
            List<Long> cell = found.subList(0, 2);
            NamedSql one = new NamedSql(
                    connection, Map.of("period_id", cell.get(0), "region_id", cell.get(1), "shift_id", found.get(2)));
            if (found.get(3) == 1) {
                one.run("DELETE FROM " + staged.placed() + " WHERE shift_id = :shift_id");
            } else {
                String there = " f WHERE " + SAME_CELL + " AND f.shift_id = :shift_id";
                one.run("DELETE FROM tracktik.fact_shifts" + there);
                one.run("DELETE FROM tracktik.fact_attendance" + there);
                left.add(cell);
            }
        }
        return left.stream().distinct().toList();
    }

    private void sumAnew(long periodId, long regionId) throws SQLException {
        NamedSql other =
                new NamedSql(connection, Map.of("period_id", periodId, "region_id", regionId, "run_id", runId));
        new FactReload(other, BILLING, 1).reload(SUMS, SUMMED);
        other.run("""
                UPDATE etl.load_units u
                SET row_count = (SELECT count(*) FROM tracktik.fact_shifts
                                 WHERE period_id = :period_id AND region_id = :region_id)
                WHERE u.source = 'tracktik' AND u.period_id = :period_id AND u.region_id = :region_id
                  AND u.row_count IS NOT NULL""");
    }
}
