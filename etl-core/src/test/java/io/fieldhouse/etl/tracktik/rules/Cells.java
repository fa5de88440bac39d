package io.fieldhouse.etl.tracktik.rules;

import static java.util.Objects.requireNonNull;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse with three periods and no facts yet. What is put in is as it should be, but for what the caller says in SQL:
 * a shift of Monday, from 8 to 16 o'clock in California, of employee 7 at site 314 of region 274, worked and billed.
 */
public final class Cells implements AutoCloseable {
    public static final int PERIOD = 202512;
    public static final long REGION = 274;

    /** What a test fills, each before what it refers to. */
    private static final List<String> TABLES = List.of(
            "tracktik.fact_shifts",
            "tracktik.fact_attendance",
            "tracktik.fact_billing",
            "tracktik.dim_regions",
            "tracktik.dim_clients",
            "tracktik.dim_positions",
            "tracktik.dim_employees",
            "tracktik.dim_pay_codes",
            "tracktik.dim_billing_codes",
            "etl.data_quality_issues",
            "etl.etl_run_log",
            "etl.load_units",
            "tracktik.billing_periods");

    private final TestWarehouse warehouse;
    private final Connection connection;
    private final DSLContext sql;

    public Cells(TestWarehouse warehouse) throws SQLException {
        this.warehouse = warehouse;
        connection = warehouse.dataSource().getConnection();
        sql = DSL.using(connection, SQLDialect.POSTGRES);
        for (String table : TABLES) {
            sql.execute("DELETE FROM " + table);
        }
        sql.execute("""
                INSERT INTO tracktik.billing_periods VALUES
                    (202511, 'two-weeks', '2025-P11', 2025, 11, '2025-05-16', '2025-05-29'),
                    (202512, 'two-weeks', '2025-P12', 2025, 12, '2025-05-30', '2025-06-12'),
                    (202513, 'two-weeks', '2025-P13', 2025, 13, '2025-06-13', '2025-06-26')""");
        sql.fetch("SELECT tracktik.ensure_fact_partitions(2025)");
        member("region", REGION, "time_zone = 'America/Los_Angeles'");
        client(314, "region_id = 274");
        member("position", 382, "client_id = 314");
        member("employee", 7, "status = 'ACTIVE'");
        member("pay_code", 5, "status = 'ACTIVE'");
        member("billing_code", 9, "status = 'ACTIVE'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The open version of a member of a dimension, whose keys are all its id. */
    public void member(String name, long id, String changes) {
        sql.execute("""
                INSERT INTO tracktik.dim_%1$ss (%1$s_key, %1$s_id, valid_from, row_hash) OVERRIDING SYSTEM VALUE
                VALUES (%2$d, %2$d, '-infinity', '')""".formatted(name, id));
        sql.execute("UPDATE tracktik.dim_%1$ss SET %3$s WHERE %1$s_key = %2$d".formatted(name, id, changes));
    }

    public void client(long id, String changes) {
        member("client", id, "custom_id = 'OAK-' || client_id, status = 'ACTIVE', time_zone = 'America/Los_Angeles'");
        sql.execute("UPDATE tracktik.dim_clients SET %s WHERE client_id = %d".formatted(changes, id));
    }

    /** What a client was before. */
    public void earlierClient(long id, String from, String to, @Nullable String status) {
        sql.execute("""
                INSERT INTO tracktik.dim_clients (client_key, client_id, status, valid_from, seen_from, valid_to, row_hash)
                OVERRIDING SYSTEM VALUE
                SELECT max(client_key) + 1, ?, ?, ?::timestamptz, greatest('2025-01-01', ?::timestamptz), ?::timestamptz, ''
                FROM tracktik.dim_clients""", id, status, from, from, to);
    }

    /** A shift and its attendance. */
    public void shift(long id, String changes) {
        sql.execute("""
                INSERT INTO tracktik.fact_shifts (
                    period_id, shift_id, starts_at, ends_at, time_zone, business_date, region_id, region_key, client_id,
                    client_key, position_id, position_key, employee_id, employee_key, pay_code_id, pay_code_key, status,
                    attendance_status, paid_time_off, scheduled_hours, clocked_hours, approved_hours, payable_hours,
                    billable_hours, overtime_hours, holiday_hours, bill_amount, row_hash)
                VALUES (%d, %d, '2025-06-02 08:00-07', '2025-06-02 16:00-07', 'America/Los_Angeles', '2025-06-02', %d, 274, 314,
                    314, 382, 382, 7, 7, 5, 5, 'ACTIVE',
                    'COMPLETED', false, 8, 8, 8, 8,
                    8, 0, 0, 240, '')""".formatted(PERIOD, id, REGION));
        sql.execute("UPDATE tracktik.fact_shifts SET %s WHERE shift_id = %d".formatted(changes, id));
        sql.execute("""
                INSERT INTO tracktik.fact_attendance (
                    period_id, shift_id, business_date, region_id, region_key, client_id, client_key, position_id,
                    position_key, employee_id, employee_key, scheduled_start_at, scheduled_end_at, clocked_in_at,
                    clocked_out_at, session_count, scheduled_minutes, worked_minutes, missed)
                SELECT period_id, shift_id, business_date, region_id, region_key, client_id, client_key, position_id,
                       position_key, employee_id, employee_key, starts_at, ends_at, starts_at,
                       ends_at, 1, extract(epoch FROM ends_at - starts_at) / 60, extract(epoch FROM ends_at - starts_at) / 60, false
                FROM tracktik.fact_shifts WHERE shift_id = %d""".formatted(id));
    }

    /** A shift like the others, at that time. */
    public void shift(long id, String start, String end, String changes) {
        shift(id, "starts_at = '" + start + "', ends_at = '" + end + "', " + changes);
    }

    public void attendance(long shift, String changes) {
        sql.execute("UPDATE tracktik.fact_attendance SET %s WHERE shift_id = %d".formatted(changes, shift));
    }

    public void execute(String statement) {
        sql.execute(statement);
    }

    /** A run of a unit; units are told apart by their feed. */
    public Attempt attempt(String unit) {
        return attempt(unit, PERIOD, REGION);
    }

    /** A run of the unit that a cell is loaded by. */
    public Attempt attempt(int period, long region) {
        return attempt("shifts", period, region);
    }

    private Attempt attempt(String feed, int period, long region) {
        sql.execute("""
                INSERT INTO etl.load_units (source, feed, scope, window_from, window_to, title)
                SELECT 'tracktik', '%s', jsonb_build_object('period', period_id, 'region', %d), starts_on, ends_on, 'a unit'
                FROM tracktik.billing_periods WHERE period_id = %d ON CONFLICT DO NOTHING""".formatted(feed, region, period));
        return new Attempt(
                run(),
                number(
                        "SELECT unit_id FROM etl.load_units WHERE (feed, scope) = ('%s', '{\"period\": %d, \"region\": %d}')"
                                .formatted(feed, period, region)));
    }

    public Attempt attemptWithoutUnit() {
        return new Attempt(run(), null);
    }

    private long run() {
        return number("""
                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                VALUES (gen_random_uuid(), 'load', 'tracktik', 'shifts', 'test') RETURNING run_id""");
    }

    private long number(String query) {
        return requireNonNull(sql.fetchOne(query)).get(0, Long.class);
    }

    /** Within a transaction, in which nothing waits for ever. */
    public Connection connect() throws SQLException {
        Connection transaction = warehouse.dataSource().getConnection();
        try (Statement statement = transaction.createStatement()) {
            statement.execute("SET lock_timeout = '20s'");
        }
        transaction.setAutoCommit(false);
        return transaction;
    }

    /** Checks the cell by one rule of TrackTik's, and says which keys it finds. */
    public List<String> found(String rule) {
        return found(rule, HourLimits.DEFAULT);
    }

    public List<String> found(String rule, HourLimits limits) {
        return found(rule, limits, PERIOD);
    }

    /** The same in another period. */
    public List<String> found(String rule, int period) {
        return found(rule, HourLimits.DEFAULT, period);
    }

    private List<String> found(String name, HourLimits limits, int period) {
        List<QualityRule> rule = List.of(rule(name, limits));
        try (Connection transaction = connect()) {
            Sql check = Sql.on(transaction, "Checking");
            QualityCheck.ofUnit(attempt(period, REGION), Map.of("period_id", period, "region_id", REGION), Set.of())
                    .run(check, rule);
            QualityCheck.ofDimensions(attemptWithoutUnit(), Set.of()).run(check, rule);
            transaction.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return issues("entity_key", "closed_at IS NULL AND rule = '" + name + "'");
    }

    /** A rule of TrackTik's, by its name. */
    static QualityRule rule(String name, HourLimits limits) {
        return TrackTikRules.all(limits).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the issues say that are so, in order of their keys. */
    public List<String> issues(String what, String which) {
        return sql.fetch("SELECT (" + what + ")::text FROM etl.data_quality_issues WHERE " + which
                        + " ORDER BY rule, length(entity_key), entity_key, issue_id")
                .getValues(0, String.class);
    }
}
