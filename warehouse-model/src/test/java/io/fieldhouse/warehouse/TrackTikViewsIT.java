package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackTikViewsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final List<String> HOURS_AND_MONEY = List.of(
            "scheduled_hours",
            "worked_hours",
            "approved_hours",
            "payable_hours",
            "billable_hours",
            "regular_hours",
            "overtime_hours",
            "holiday_hours",
            "pay_amount",
            "bill_amount",
            "vendor_margin");

    /** Two years, three regions of which one is gone, sites and positions that some rows lack, figures that some lack. */
    @BeforeAll
    static void invent() {
        warehouse.sql().execute("""
                        SELECT setseed(0.25), tracktik.ensure_fact_partitions(2025), tracktik.ensure_fact_partitions(2026);

                        INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on) VALUES
                            (202526, 'two-weeks', '2025-P26', 2025, 26, '2025-12-12', '2025-12-25'),
                            (202601, 'two-weeks', '2026-P01', 2026, 1, '2025-12-26', '2026-01-08'),
                            (202602, 'two-weeks', '2026-P02', 2026, 2, '2026-01-09', '2026-01-22');

                        INSERT INTO tracktik.dim_regions (region_id, name, valid_from, valid_to, retired, row_hash) VALUES
                            (1, 'Old name', '-infinity', '2026-01-01', false, ''),
                            (1, 'Hawaii', '2026-01-01', 'infinity', false, ''),
                            (2, 'Georgia', '-infinity', 'infinity', false, ''),
                            (3, 'Gone', '-infinity', '2026-01-01', true, '');

                        INSERT INTO tracktik.fact_shifts (period_id, shift_id, starts_at, ends_at, time_zone, business_date,
                            region_id, region_key, client_id, client_key, position_id, position_key, employee_id, status,
                            vacant, scheduled_hours, pay_amount, row_hash)
                        SELECT (ARRAY [202526, 202601, 202602])[1 + n % 3], n, '2026-01-01'::timestamptz,
                            CASE WHEN n % 17 = 0 THEN '2999-01-02' ELSE '2026-01-02' END::timestamptz,
                            'UTC', '2026-01-01', 1 + n / 3 % 3, 1, nullif(n % 5, 0), 1, n % 11, 1, nullif(n % 7, 0),
                            CASE WHEN n % 13 = 0 THEN 'CANCELLED' ELSE 'ACTIVE' END, n % 7 = 0,
                            round((random() * 12)::numeric, 2), round((random() * 300)::numeric, 4), ''
                        FROM generate_series(1, 900) n;

                        INSERT INTO tracktik.fact_attendance (period_id, shift_id, business_date, region_id, region_key,
                            client_id, client_key, position_id, position_key, employee_id, scheduled_start_at, scheduled_end_at,
                            clocked_in_at, clocked_out_at, session_count, scheduled_minutes, worked_minutes, late_minutes,
                            early_minutes, missed)
                        SELECT period_id, shift_id, business_date, region_id, region_key, client_id, client_key, position_id,
                            position_key, employee_id, starts_at, ends_at,
                            CASE WHEN shift_id % 10 > 0 THEN starts_at END,
                            CASE WHEN shift_id % 10 > 1 THEN ends_at END,
                            (shift_id % 10 > 0)::integer, 480, nullif(shift_id % 500, 0), shift_id % 4, shift_id % 3,
                            shift_id % 10 = 0
                        FROM tracktik.fact_shifts;

                        INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, client_id, position_id, billing_code_id,
                            shift_count, scheduled_hours, worked_hours, approved_hours, payable_hours, billable_hours,
                            regular_hours, overtime_hours, holiday_hours, pay_amount, bill_amount, vendor_margin)
                        SELECT period_id, region_id, 1, client_id, position_id, code, count(*),
                            sum(scheduled_hours), round(sum(random() * 9)::numeric, 2), NULL,
                            round(sum(random() * 9)::numeric, 2), round(sum(random() * 9)::numeric, 2),
                            round(sum(random() * 9)::numeric, 2), CASE WHEN code = 1 THEN 1.5 END, 0,
                            round(sum(random() * 900)::numeric, 4), round(sum(random() * 900)::numeric, 4),
                            CASE WHEN code = 2 THEN round(sum(random() * 90)::numeric, 4) END
                        FROM tracktik.fact_shifts, generate_series(1, 2) code
                        GROUP BY period_id, region_id, client_id, position_id, code;

                        INSERT INTO etl.load_units (source, feed, scope, window_from, window_to, title, state, loaded_at, row_count)
                        VALUES ('tracktik', 'shifts', '{"period": 202526, "region": 1}', '2025-12-12', '2025-12-25', 'one', 'loaded', now(), 100),
                               ('tracktik', 'shifts', '{"period": 202601, "region": 2}', '2025-12-26', '2026-01-08', 'two', 'failed', NULL, NULL),
                               ('tracktik', 'shifts', '{"period": 202601}', '2025-12-26', '2026-01-08', 'without a site', 'failed', NULL, NULL),
                               ('tracktik', 'clients', '{}', NULL, NULL, 'clients', 'loaded', now(), 7);
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"site_summary", "region_period_summary", "period_summary"})
    void sumsEqualTheFacts(String view) {
        String groups = switch (view) {
            case "site_summary" -> "period_id, region_id, client_id";
            case "region_period_summary" -> "period_id, region_id";
            default -> "period_id";
        };
        for (String figure : HOURS_AND_MONEY) {
            assertSame(
                    "SELECT " + groups + ", " + figure + " FROM tracktik." + view,
                    "SELECT " + groups + ", sum(" + figure + ") FROM tracktik.fact_billing GROUP BY " + groups);
        }
        assertSame(
                "SELECT " + groups + ", shifts, cancelled_shifts, vacant_shifts FROM tracktik." + view,
                "SELECT " + groups
                        + ", count(*), count(*) FILTER (WHERE status = 'CANCELLED'), count(*) FILTER (WHERE vacant)"
                        + " FROM tracktik.fact_shifts GROUP BY " + groups);
        assertSame(
                "SELECT " + groups + ", missed_shifts, late_shifts, short_shifts FROM tracktik." + view,
                "SELECT " + groups + ", count(*) FILTER (WHERE missed), count(*) FILTER (WHERE late_minutes > 0),"
                        + " count(*) FILTER (WHERE early_minutes > 0) FROM tracktik.fact_attendance GROUP BY "
                        + groups);
    }

    @Test
    void everyShiftOfAnEmployeeIsInTheEmployeeSummary() {
        assertSame(
                "SELECT period_id, employee_id, shifts, scheduled_hours, worked_hours, pay_amount FROM tracktik.employee_summary",
                "SELECT f.period_id, f.employee_id, count(*), sum(f.scheduled_hours) FILTER (WHERE f.status <> 'CANCELLED'), round(sum(a.worked_minutes) / 60, 8), sum(f.pay_amount)"
                        + " FROM tracktik.fact_shifts f JOIN tracktik.fact_attendance a USING (period_id, shift_id)"
                        + " WHERE f.employee_id IS NOT NULL GROUP BY f.period_id, f.employee_id");
    }

    @Test
    void everyExceptionHasARowOfItsOwn() {
        assertSame(
                "SELECT exception, count(*), count(minutes) FROM tracktik.attendance_exceptions GROUP BY exception",
                """
                SELECT 'missed', count(*), count(*) FROM tracktik.fact_attendance WHERE missed
                UNION ALL SELECT 'late', count(*), count(*) FROM tracktik.fact_attendance WHERE late_minutes > 0
                UNION ALL SELECT 'left early', count(*), count(*) FROM tracktik.fact_attendance WHERE early_minutes > 0
                UNION ALL SELECT 'no clock-out', count(*), 0 FROM tracktik.fact_attendance
                    WHERE clocked_in_at IS NOT NULL AND clocked_out_at IS NULL AND scheduled_end_at < now()
                """);
    }

    @Test
    void payAgainstBillComparesTheSums() {
        assertSame(
                "SELECT period_id, region_id, client_id, position_id, margin_amount, margin_percent FROM tracktik.pay_against_bill",
                "SELECT period_id, region_id, client_id, position_id, sum(bill_amount) - sum(pay_amount),"
                        + " round((sum(bill_amount) - sum(pay_amount)) * 100 / sum(bill_amount), 4) FROM tracktik.fact_billing"
                        + " GROUP BY period_id, region_id, client_id, position_id");
    }

    @ParameterizedTest
    @CsvSource({"pay_against_bill, margin_percent", "period_over_period, bill_amount_change_percent"})
    void percentagesHaveFourDecimals(String view, String percentage) {
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT DISTINCT scale(" + percentage + ") FROM tracktik." + view + " WHERE "
                                + percentage + " IS NOT NULL")
                        .getValues(0, Integer.class))
                .containsExactly(4);
    }

    @Test
    void previousPeriodIsTheOneRightBeforeEvenAcrossAYear() {
        Result<Record> rows = warehouse
                .sql()
                .fetch("SELECT period, previous_period, bill_amount, previous_bill_amount, bill_amount_change"
                        + " FROM tracktik.period_over_period WHERE region_id = 2 ORDER BY period_id");

        assertThat(rows.getValues("previous_period", String.class)).containsExactly(null, "2025-P26", "2026-P01");
        Record second = rows.get(1);
        assertThat(second.get("previous_bill_amount")).isEqualTo(rows.get(0).get("bill_amount"));
        assertThat(second.get("bill_amount_change", BigDecimal.class))
                .isEqualByComparingTo(second.get("bill_amount", BigDecimal.class)
                        .subtract(rows.get(0).get("bill_amount", BigDecimal.class)));
        assertThat(rows.get(0).get("bill_amount_change")).isNull();
    }

    @Test
    void regionThatFellToNothingStaysInSight() {
        warehouse
                .sql()
                .execute("INSERT INTO tracktik.billing_periods VALUES"
                        + " (202603, 'two-weeks', '2026-P03', 2026, 3, '2026-01-23', '2026-02-05')");
        try {
            Record gone = warehouse
                    .sql()
                    .fetchSingle(
                            "SELECT * FROM tracktik.period_over_period WHERE period_id = 202603 AND region_id = 2");
            assertThat(gone.get("bill_amount")).isNull();
            assertThat(gone.get("previous_bill_amount")).isNotNull();
            assertThat(gone.get("bill_amount_change")).isNull();
        } finally {
            warehouse.sql().execute("DELETE FROM tracktik.billing_periods WHERE period_id = 202603");
        }
    }

    @Test
    void cellOfSeveralUnitsHasTheWorstState() {
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.load_units (source, feed, scope, window_from, window_to, title, state)"
                                + " VALUES ('tracktik', 'late approvals', '{\"period\": 202526, \"region\": 1}', '2025-12-12', '2025-12-25', 'late', 'failed')");
        try {
            assertThat(warehouse
                            .sql()
                            .fetch("SELECT state || ' ' || units || ' ' || row_count FROM tracktik.load_coverage"
                                    + " WHERE period_id = 202526 AND region_id = 1")
                            .getValues(0, String.class))
                    .containsExactly("failed 2 100");
        } finally {
            warehouse.sql().execute("DELETE FROM etl.load_units WHERE feed = 'late approvals'");
        }
    }

    @Test
    void shiftThatIsStillOnIsNoException() {
        assertThat(warehouse
                        .sql()
                        .fetchValue("SELECT count(*) FROM tracktik.attendance_exceptions WHERE scheduled_end_at > now()"
                                + " AND exception = 'no clock-out'"))
                .isEqualTo(0L);
    }

    @Test
    void regionIsShownAsLastKnownEvenWhenItIsGone() {
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT DISTINCT region FROM tracktik.region_period_summary ORDER BY 1")
                        .getValues(0, String.class))
                .containsExactly("Georgia", "Gone", "Hawaii");
    }

    @Test
    void coverageHasACellForEveryPeriodAndSubRegion() {
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT period || ' ' || region || ' ' || state FROM tracktik.load_coverage ORDER BY period_id, region_id")
                        .getValues(0, String.class))
                .containsExactly(
                        "2025-P26 Hawaii loaded", "2025-P26 Georgia not planned",
                        "2026-P01 Hawaii not planned", "2026-P01 Georgia failed",
                        "2026-P02 Hawaii not planned", "2026-P02 Georgia not planned");
    }

    @Test
    void billingPeriodsNeitherOverlapNorMisnameThemselves() {
        for (String row : List.of(
                "(202603, 'two-weeks', '2026-P03', 2026, 3, '2026-01-22', '2026-02-05')",
                "(202604, 'two-weeks', '2026-P03', 2026, 3, '2026-01-23', '2026-02-05')",
                "(202603, 'two-weeks', '2026-P02', 2026, 3, '2026-01-23', '2026-02-05')",
                "(202603, 'two-weeks', '2026-P03', 2026, 3, '2026-02-05', '2026-01-23')")) {
            assertThatThrownBy(() -> warehouse.sql().execute("INSERT INTO tracktik.billing_periods VALUES " + row))
                    .as(row)
                    .hasMessageMatching("(?s).*constraint \"billing_periods_\\w+\".*");
        }
    }

    private static void assertSame(String actual, String expected) {
        Result<Record> surplus = warehouse
                .sql()
                .fetch("(SELECT 'only in view', * FROM ((" + actual + ") EXCEPT ALL (" + expected + ")) a) UNION ALL"
                        + " (SELECT 'only in facts', * FROM ((" + expected + ") EXCEPT ALL (" + actual + ")) b)");
        assertThat(surplus).isEmpty();
        assertThat(warehouse.sql().fetch(actual)).isNotEmpty();
    }
}
