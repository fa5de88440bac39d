package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What views say is what the facts sum up to, whatever was loaded before. */
class TrackTikSumsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Period P13 = SETTINGS.calendar().next(P12);
    private static final Period P14 = SETTINGS.calendar().next(P13);

    private static final List<String> COUNTS =
            List.of("shifts", "cancelled_shifts", "vacant_shifts", "missed_shifts", "late_shifts", "short_shifts");

    private static final List<String> HOURS_AND_AMOUNTS = List.of(
            "scheduled_hours",
            "approved_hours",
            "payable_hours",
            "billable_hours",
            "regular_hours",
            "overtime_hours",
            "holiday_hours",
            "pay_amount",
            "bill_amount",
            "vendor_margin");

    private static final List<String> ALL =
            Stream.concat(COUNTS.stream(), HOURS_AND_AMOUNTS.stream()).toList();

    /** Each shift with its attendance, as it counts. */
    private static final String FACTS = """
            (SELECT s.period_id, s.region_id, s.client_id, s.position_id, s.billing_code_id, s.employee_id, 1 AS shifts,
                    (s.status = 'CANCELLED')::integer AS cancelled_shifts, (s.vacant IS TRUE)::integer AS vacant_shifts,
                    a.missed::integer AS missed_shifts, (a.late_minutes > 0)::integer AS late_shifts,
                    (a.early_minutes > 0)::integer AS short_shifts, a.worked_minutes,
                    CASE WHEN s.status <> 'CANCELLED' THEN s.scheduled_hours END AS scheduled_hours, s.approved_hours,
                    s.payable_hours, s.billable_hours, s.regular_hours, s.overtime_hours, s.holiday_hours, s.pay_amount,
                    s.bill_amount, s.vendor_margin
             FROM tracktik.fact_shifts s JOIN tracktik.fact_attendance a USING (period_id, region_id, shift_id)) facts""";

    @Test
    void viewsSayWhatTheFactsSumUpTo() {
        WarehouseState.empty(warehouse.sql());
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSource(), SandboxData.small())) {
            load(site, P14, P13, P12);
            List<String> first = assertViewsAreSums();

            site.sandbox.change(P12.firstDay());
            // The shift that moved leaves the period that is not loaded.
            load(site, P13);
            List<String> moved = assertViewsAreSums();
            assertThat(moved).isNotEqualTo(first);
            load(site, P12, P13);
            assertThat(assertViewsAreSums()).isNotEqualTo(moved);
        }
    }

    private static void load(TrackTikSite site, Period... periods) {
        assertThat(site.load(SETTINGS, List.of(periods)).isComplete()).isTrue();
    }

    /** Says what the sums of the periods are. */
    private static List<String> assertViewsAreSums() {
        assertSums("fact_billing", "period_id, region_id, client_id, position_id, billing_code_id", HOURS_AND_AMOUNTS);
        assertSums("site_summary", "period_id, region_id, client_id", ALL);
        assertSums("region_period_summary", "period_id, region_id", ALL);
        assertSums("period_summary", "period_id", ALL);
        assertSums(
                "pay_against_bill",
                "period_id, region_id, client_id, position_id",
                List.of("payable_hours", "billable_hours", "pay_amount", "bill_amount", "vendor_margin"));
        assertWorkedHours();
        assertMembers();
        assertEmployees();
        assertPairs();
        assertExceptions();
        assertSame(
                "SELECT period_id, region_id, state, row_count FROM tracktik.load_coverage",
                "SELECT period_id, region_id, 'loaded', count(*) FROM tracktik.fact_shifts GROUP BY 1, 2");
        return rows("SELECT * FROM tracktik.period_summary");
    }

    private static void assertSums(String view, String cell, List<String> measures) {
        assertSame(
                "SELECT " + cell + ", " + String.join(", ", measures) + " FROM tracktik." + view,
                "SELECT " + cell + ", " + sums(measures) + " FROM " + FACTS + " GROUP BY " + cell);
    }

    private static String sums(List<String> measures) {
        return measures.stream().map(measure -> "sum(" + measure + ")").collect(Collectors.joining(", "));
    }

    /** Minutes become hours in fact_billing; nobody sees what the eighth decimal is. */
    private static void assertWorkedHours() {
        for (String[] view : new String[][] {
            {"fact_billing", "period_id, region_id, client_id, position_id, billing_code_id"},
            {"site_summary", "period_id, region_id, client_id"},
            {"region_period_summary", "period_id, region_id"},
            {"period_summary", "period_id"}
        }) {
            assertSame(
                    "SELECT " + view[1] + ", round(worked_hours, 6) FROM tracktik." + view[0],
                    "SELECT " + view[1] + ", round(sum(worked_minutes) / 60, 6) FROM " + FACTS + " GROUP BY "
                            + view[1]);
        }
    }

    private static void assertMembers() {
        assertSame(
                "SELECT period_id, region_id, sites FROM tracktik.region_period_summary",
                "SELECT period_id, region_id, count(DISTINCT client_id) FROM " + FACTS + " GROUP BY 1, 2");
        assertSame(
                "SELECT period_id, regions, sites FROM tracktik.period_summary",
                "SELECT period_id, count(DISTINCT region_id), count(DISTINCT client_id) FROM " + FACTS + " GROUP BY 1");
        assertSame(
                "SELECT period_id, region_id, position_id, hours_not_billed, margin_amount FROM tracktik.pay_against_bill",
                "SELECT period_id, region_id, position_id, sum(payable_hours - billable_hours), sum(bill_amount - pay_amount)"
                        + " FROM " + FACTS + " GROUP BY 1, 2, 3");
    }

    private static void assertEmployees() {
        List<String> measures = List.of(
                "shifts",
                "cancelled_shifts",
                "missed_shifts",
                "late_shifts",
                "scheduled_hours",
                "approved_hours",
                "payable_hours",
                "overtime_hours",
                "holiday_hours",
                "pay_amount");
        assertSame(
                "SELECT period_id, employee_id, sites, round(worked_hours, 6), " + String.join(", ", measures)
                        + " FROM tracktik.employee_summary",
                "SELECT period_id, employee_id, count(DISTINCT client_id), round(sum(worked_minutes) / 60, 6), "
                        + sums(measures) + " FROM " + FACTS + " WHERE employee_id IS NOT NULL GROUP BY 1, 2");
    }

    private static void assertPairs() {
        List<String> measures = List.of("worked_hours", "billable_hours", "pay_amount", "bill_amount");
        String previous =
                measures.stream().map(measure -> "previous_" + measure).collect(Collectors.joining(", "));
        String summed = sums(measures) + " FROM tracktik.fact_billing ";
        assertSame(
                "SELECT period_id, region_id, " + String.join(", ", measures) + " FROM tracktik.period_over_period",
                "SELECT period_id, region_id, " + summed + "GROUP BY 1, 2");
        assertSame(
                "SELECT period_id - 1, region_id, " + previous
                        + " FROM tracktik.period_over_period WHERE previous_period IS NOT NULL",
                "SELECT period_id, region_id, " + summed + "WHERE period_id < " + P14.id() + " GROUP BY 1, 2");
        for (String measure : measures) {
            assertSame(
                    "SELECT period_id, region_id, " + measure + "_change FROM tracktik.period_over_period",
                    "SELECT period_id, region_id, CASE WHEN period_id > " + P12.id() + " THEN sum(" + measure
                            + ") - lag(sum(" + measure + ")) OVER (PARTITION BY region_id ORDER BY period_id) END"
                            + " FROM tracktik.fact_billing GROUP BY 1, 2");
        }
    }

    private static void assertExceptions() {
        String counted = "SELECT period_id, region_id, client_id, '%s', count(*), sum(%s) FROM tracktik.fact_attendance"
                + " WHERE %s GROUP BY 1, 2, 3";
        assertSame(
                "SELECT period_id, region_id, client_id, exception, count(*), sum(minutes)"
                        + " FROM tracktik.attendance_exceptions GROUP BY 1, 2, 3, 4",
                String.join(
                        " UNION ALL ",
                        counted.formatted("missed", "scheduled_minutes", "missed"),
                        counted.formatted("late", "late_minutes", "late_minutes > 0"),
                        counted.formatted("left early", "early_minutes", "early_minutes > 0"),
                        counted.formatted(
                                "no clock-out",
                                "NULL::numeric",
                                "clocked_in_at IS NOT NULL AND clocked_out_at IS NULL")));
    }

    private static void assertSame(String view, String facts) {
        assertThat(rows(view)).as(view).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows(facts));
    }

    private static List<String> rows(String query) {
        return warehouse
                .sql()
                .fetch(query)
                .map(row -> row.intoList().stream().map(TrackTikSumsIT::plain).collect(Collectors.joining(" ")));
    }

    private static String plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
