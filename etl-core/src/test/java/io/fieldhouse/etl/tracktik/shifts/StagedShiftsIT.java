package io.fieldhouse.etl.tracktik.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the sessions, breaks and billable items of shifts. Times are minutes from 8 o'clock on. */
class StagedShiftsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Statements SQL = Statements.of(CommitShifts.class);

    private Connection connection;
    private Sql sql;

    @BeforeEach
    void begin() throws SQLException {
        connection = warehouse.dataSource().getConnection();
        connection.setAutoCommit(false);
        sql = Sql.on(connection, "Testing")
                .with(Map.of(
                        "period_id", 202512, "region_id", 273L, "as_of", OffsetDateTime.parse("2025-07-01T00:00:00Z")))
                .with(Map.of(
                        "shifts", SqlText.of("pg_temp.shifts"),
                        "placed", SqlText.of("pg_temp.placed"),
                        "sessions", SqlText.of("pg_temp.sessions"),
                        "breaks", SqlText.of("pg_temp.breaks"),
                        "summaries", SqlText.of("pg_temp.summaries"),
                        "billed", SqlText.of("pg_temp.billed"),
                        "usable", SQL.fragment("usable"),
                        "in_cell", CommitShifts.IN_CELL,
                        "billing_codes", CommitShifts.BILLING_CODES))
                .with("attendance_of_cell", SQL.get("attendance"))
                .with("shifts_of_cell", SQL.get("shifts"));
        sql.number(SQL.get("ensure-partitions"));
        stage("shifts", "shifts");
        stage("sessions", "work_sessions");
        stage("breaks", "break_sessions");
        stage("summaries", "shift_summaries");
        stage("billed", "billable_items");
        sql.run(SqlText.of("CREATE TEMP TABLE placed AS SELECT * FROM tracktik.fact_shifts"));
    }

    private void stage(String table, String pattern) {
        sql.run(SqlText.of("CREATE TEMP TABLE " + table + " AS SELECT * FROM staging.tracktik_" + pattern));
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** A shift from 8 to 16 o'clock. */
    private void shift(long id) {
        sql.with(Map.of("id", id)).run(SqlText.of("""
                INSERT INTO tracktik.fact_shifts
                    (period_id, shift_id, starts_at, ends_at, time_zone, business_date, region_id, region_key, position_id,
                     position_key, row_hash)
                VALUES (:period_id, :id, '2025-06-02 08:00Z', '2025-06-02 16:00Z', 'UTC', '2025-06-02', :region_id, 1, 2, 2, '')"""));
        sql.with(Map.of("id", id))
                .run(SqlText.of("INSERT INTO placed SELECT * FROM tracktik.fact_shifts WHERE shift_id = :id"));
        sql.with(Map.of("id", id)).run(SqlText.of("""
                INSERT INTO shifts (shift_id, starts_at, ends_at)
                SELECT shift_id, starts_at, ends_at FROM placed WHERE shift_id = :id"""));
    }

    private void session(long id, long shift, int from, @Nullable Integer to) {
        span("INSERT INTO sessions (work_session_id, shift_id, started_at, ended_at)", id, shift, from, to);
    }

    private void takeBreak(long id, long session, int from, @Nullable Integer to) {
        span("INSERT INTO breaks (break_session_id, work_session_id, started_at, ended_at)", id, session, from, to);
    }

    private void span(String insert, long id, long of, int from, @Nullable Integer to) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("of", of);
        values.put("from", from);
        values.put("to", to);
        sql.with(values).run(SqlText.of(insert + """
                 VALUES (:id, :of, timestamptz '2025-06-02 08:00Z' + :from * interval '1 minute',
                         timestamptz '2025-06-02 08:00Z' + :to::integer * interval '1 minute')"""));
    }

    /** Minutes worked and on break, a line a shift; empty where they are not known. */
    private List<String> minutes() {
        return sql.texts(SqlText.of(
                "SELECT concat_ws(' ', shift_id, 'worked', trim_scale(worked_minutes), 'break', trim_scale(break_minutes))"
                        + " FROM :attendance_of_cell a ORDER BY shift_id"));
    }

    @Test
    void breaksThatOverlapCountOnce() {
        shift(1);
        session(10, 1, 0, 480);
        takeBreak(100, 10, 120, 150);
        takeBreak(101, 10, 140, 160);
        takeBreak(102, 10, 145, 148);
        takeBreak(103, 10, 160, 165);
        takeBreak(104, 10, 300, 310);

        assertThat(minutes()).containsExactly("1 worked 425 break 55");
    }

    @Test
    void breaksCountAsFarAsTheyLieWithinTheirSession() {
        shift(1);
        session(10, 1, 0, 240);
        session(11, 1, 300, 480);
        takeBreak(100, 10, -30, -10);
        takeBreak(101, 10, 240, 300);
        takeBreak(102, 10, 310, 330);
        takeBreak(103, 11, 470, 500);
        takeBreak(104, 11, 290, 305);

        assertThat(minutes()).containsExactly("1 worked 405 break 15");
    }

    @Test
    void breaksThatLastOrRunBackwardsDoNotCount() {
        shift(1);
        session(10, 1, 0, 480);
        takeBreak(100, 10, 120, null);
        takeBreak(101, 10, 200, 180);

        assertThat(minutes()).containsExactly("1 worked 480 break 0");
    }

    @Test
    void sessionsThatOverlapCountOnce() {
        shift(1);
        session(10, 1, 0, 240);
        session(11, 1, 180, 480);
        takeBreak(100, 10, 60, 90);
        takeBreak(101, 10, 200, 230);

        assertThat(minutes()).containsExactly("1 worked 450 break 30");
    }

    @Test
    void sessionThatRunsBackwardsLeavesTheWorkedMinutesUnknown() {
        shift(1);
        session(10, 1, 0, 240);
        session(11, 1, 300, 200);
        shift(2);
        session(20, 2, 480, 0);
        shift(3);

        assertThat(minutes()).containsExactly("1 worked break 0", "2 worked break 0", "3 worked 0 break");
        assertThat(missed()).containsExactly(3L);
    }

    @Test
    void shiftOfTimeOffIsNotMissed() {
        shift(1);
        shift(2);
        shift(3);
        sql.run(SqlText.of("UPDATE tracktik.fact_shifts SET attendance_status = 'PTO' WHERE shift_id = 1"));
        sql.run(SqlText.of("UPDATE tracktik.fact_shifts SET paid_time_off = true WHERE shift_id = 2"));

        assertThat(missed()).containsExactly(3L);
    }

    private List<Long> missed() {
        sql.run(SqlText.of("UPDATE tracktik.fact_shifts SET employee_id = 7, employee_key = 7"));
        return sql.ids(SqlText.of("SELECT shift_id FROM :attendance_of_cell a WHERE missed ORDER BY 1"));
    }

    @Test
    void sessionThatIsStillOpenLeavesTheWorkedMinutesUnknown() {
        shift(1);
        session(10, 1, 0, 240);
        session(11, 1, 300, null);
        takeBreak(100, 10, 60, 90);

        assertThat(minutes()).containsExactly("1 worked break 30");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void workedMinutesAreThoseOfSessionsWithoutThoseOfBreaks(long seed) {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (long shift = 1; shift <= 100; shift++) {
            shift(shift);
            BitSet present = new BitSet();
            BitSet worked = new BitSet();
            int sessions = 1 + random.nextInt(3);
            for (long session = shift * 10; session < shift * 10 + sessions; session++) {
                int from = random.nextInt(60);
                int to = from + random.nextInt(30);
                session(session, shift, from, to);
                BitSet busy = new BitSet();
                busy.set(from, to);
                present.or(busy);
                for (int i = random.nextInt(6); i > 0; i--) {
                    int begun = random.nextInt(100);
                    int ended = begun + random.nextInt(20);
                    takeBreak(session * 10 + i, session, begun, ended);
                    busy.clear(begun, ended);
                }
                worked.or(busy);
            }
            int rested = present.cardinality() - worked.cardinality();
            expected.add(shift + " worked " + worked.cardinality() + " break " + rested);
        }
        assertThat(minutes()).containsExactlyElementsOf(expected);
    }

    private void billed(long item, long shift, @Nullable Long code, @Nullable String amount) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("item", item);
        values.put("shift", shift);
        values.put("code", code);
        values.put("amount", amount);
        sql.with(values).run(SqlText.of("""
                INSERT INTO billed (billable_item_id, shift_id, billing_code_id, bill_amount)
                VALUES (:item, :shift, :code::bigint, :amount::numeric)"""));
    }

    private List<String> billingCodes() {
        return sql.texts(
                SqlText.of(
                        "SELECT concat_ws(' ', shift_id, billing_code_id, billing_code_key) FROM :shifts_of_cell s ORDER BY shift_id"));
    }

    @Test
    void ofSeveralBillingCodesTheOneCountsThatBillsMost() {
        for (long code : List.of(70L, 71L)) {
            sql.with(Map.of("code", code)).run(SqlText.of("""
                    INSERT INTO tracktik.dim_billing_codes (billing_code_key, billing_code_id, valid_from, row_hash)
                    OVERRIDING SYSTEM VALUE VALUES (10 * :code, :code, '-infinity', '')"""));
        }
        for (long shift = 1; shift <= 5; shift++) {
            shift(shift);
        }
        // Two small items are more than a large one.
        billed(1, 1, 71L, "100");
        billed(2, 1, 70L, "60");
        billed(3, 1, 70L, "50");
        // What is taken off again does not count.
        billed(4, 2, 70L, "90");
        billed(5, 2, 70L, "-80");
        billed(6, 2, 71L, "20");
        // An amount that is not known is less than any.
        billed(7, 3, 70L, null);
        billed(8, 3, 71L, "0");
        // Of equal ones it is the first, whatever came first.
        billed(9, 4, 71L, "30");
        billed(10, 4, 70L, "30");
        billed(11, 4, null, "500");
        billed(12, 5, null, "500");

        assertThat(billingCodes()).containsExactly("1 70 700", "2 71 710", "3 71 710", "4 70 700", "5");
    }
}
