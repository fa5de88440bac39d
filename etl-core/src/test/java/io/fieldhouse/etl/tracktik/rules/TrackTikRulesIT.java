package io.fieldhouse.etl.tracktik.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.Finding;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.quality.RuleReport;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule finds what it should, and not its harmless neighbours. */
class TrackTikRulesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private Cells cells;

    @BeforeEach
    void begin() throws SQLException {
        cells = new Cells(warehouse);
    }

    @AfterEach
    void end() throws SQLException {
        cells.close();
    }

    private List<String> details(String key) {
        return cells.issues("details", "closed_at IS NULL AND entity_key = '" + key + "'");
    }

    @Test
    void cellThatIsAsItShouldBeOffendsNoRuleAndTheLoaderMayAskThemAll() throws SQLException {
        cells.shift(1, "status = 'ACTIVE'");
        Attempt attempt = cells.attempt("shifts");
        List<QualityRule> rules = TrackTikRules.all(HourLimits.DEFAULT);
        try (Connection connection =
                warehouse.dataSourceAs(WarehouseRoles.LOADER).getConnection()) {
            connection.setAutoCommit(false);
            Sql sql = Sql.on(connection, "Checking");
            List<RuleReport> ofUnit = QualityCheck.ofUnit(
                            attempt, Map.of("period_id", Cells.PERIOD, "region_id", Cells.REGION), Set.of())
                    .run(sql, rules, Map.of(TrackTikRules.COUNT_DIFFERS, List.of()));
            List<RuleReport> ofDimensions =
                    QualityCheck.ofDimensions(attempt, Set.of()).run(sql, rules);
            connection.commit();

            assertThat(ofUnit).hasSize(13).allMatch(report -> report.open() == 0);
            assertThat(ofDimensions).hasSize(4).allMatch(report -> report.open() == 0);
        }
    }

    @Test
    void siteNeedsABuildingCodeUntilItIsClosed() {
        cells.client(1, "custom_id = NULL");
        cells.client(2, "custom_id = ' '");
        cells.client(3, "custom_id = NULL, status = 'INACTIVE'");
        cells.client(4, "custom_id = NULL, status = NULL");
        cells.client(11, "custom_id = 'OAK-11'");
        cells.client(12, "custom_id = NULL, status = 'CLOSED'");
        cells.client(13, "custom_id = NULL, inferred = true");
        cells.client(14, "custom_id = NULL, valid_to = '2025-05-01'");
        cells.client(15, "custom_id = NULL, valid_to = '2025-05-01', retired = true");
        cells.execute("""
                INSERT INTO tracktik.dim_clients (client_key, client_id, custom_id, valid_from, row_hash) OVERRIDING SYSTEM VALUE
                VALUES (1014, 14, 'OAK-14', '2025-05-01', '')""");

        assertThat(cells.found("missing building code")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void siteWithoutATimeZoneOfItsOwnIsSaidToUseItsRegions() {
        cells.client(1, "time_zone = NULL, region_id = 274");
        cells.client(2, "time_zone = '', region_id = 275");
        cells.client(3, "time_zone = NULL, inferred = true");
        cells.client(4, "time_zone = 'America/Denver'");

        assertThat(cells.found("missing time zone")).containsExactly("1", "2");
        assertThat(cells.issues("message", "closed_at IS NULL"))
                .containsExactly(
                        "The site has no time zone of its own, so its region's is used.",
                        "The site has no time zone of its own, and its region has none either.");
        assertThat(details("1")).containsExactly("{\"region_id\": 274, \"region_time_zone\": \"America/Los_Angeles\"}");
    }

    @Test
    void duplicateShiftsHaveTheSameEmployeePositionAndStart() {
        cells.shift(1, "shift_id = 1");
        cells.shift(2, "ends_at = '2025-06-02 12:00-07'");
        cells.shift(11, "position_id = 383");
        cells.shift(12, "employee_id = 8");
        cells.shift(13, "starts_at = '2025-06-02 08:01-07'");
        cells.shift(14, "status = 'CANCELLED'");
        cells.shift(15, "employee_id = NULL");
        cells.shift(16, "employee_id = NULL");
        cells.shift(17, "region_id = 275");

        assertThat(cells.found("duplicate shift")).containsExactly("1", "2");
        assertThat(details("1")).containsExactly("{\"shifts\": [2]}");
    }

    @Test
    void manyDuplicatesNameSomeOfTheOthersOnly() {
        for (int id = 1; id <= 30; id++) {
            cells.shift(id, "custom_id = 'again'");
        }
        assertThat(cells.found("duplicate shift")).hasSize(30);
        assertThat(details("15")).containsExactly("{\"shifts\": [10, 11, 12, 13, 14, 16, 17, 18, 19, 20]}");
    }

    @Test
    void hoursAreFromNoneToThoseOfADay() {
        cells.shift(1, "scheduled_hours = 24.01");
        cells.shift(2, "payable_hours = -0.25");
        cells.shift(3, "2025-06-02 08:00-07", "2025-06-03 08:01-07", "scheduled_hours = NULL");
        cells.shift(4, "billable_hours = 24.5, status = 'CANCELLED'");
        cells.shift(11, "2025-06-02 08:00-07", "2025-06-03 08:00-07", "scheduled_hours = 24, holiday_hours = 24.00");
        cells.shift(12, "2025-06-02 08:00-07", "2025-06-02 08:00-07", "scheduled_hours = 0, clocked_hours = NULL");
        cells.shift(13, "region_id = 275, scheduled_hours = 25");
        cells.shift(14, "period_id = 202511, scheduled_hours = 25");

        assertThat(cells.found("hours out of range")).containsExactly("1", "2", "3", "4");
        assertThat(cells.issues("message", "entity_key IN ('1', '2')"))
                .containsExactly(
                        "The shift has more hours than the 24 that it can have.", "The shift has hours below 0.");
        assertThat(details("3"))
                .containsExactly("{\"clocked\": 8, \"holiday\": 0, \"payable\": 8, \"planned\": 24.02, \"approved\": 8,"
                        + " \"billable\": 8, \"overtime\": 0}");
    }

    @Test
    void dayOnWhichTheClocksArePutBackHas25Hours() {
        cells.shift(1, "2025-11-02 00:00-07", "2025-11-03 00:01-08", "scheduled_hours = 25");
        cells.shift(2, "2025-11-02 00:00-07", "2025-11-03 00:00-08", "scheduled_hours = 25.5");
        cells.shift(3, "2025-11-03 00:00-08", "2025-11-04 01:00-08", "scheduled_hours = 25");
        cells.shift(4, "2025-11-02 00:00-07", "2025-11-03 00:00-08", "time_zone = 'America/Phoenix'");
        cells.shift(5, "2025-11-02 00:00-07", "2025-11-03 00:00-08", "time_zone = 'Nowhere/At_All'");
        cells.shift(11, "2025-11-02 00:00-07", "2025-11-03 00:00-08", "scheduled_hours = 25, clocked_hours = 25");
        cells.shift(12, "2025-03-09 00:00-08", "2025-03-10 00:00-07", "scheduled_hours = 23");

        assertThat(cells.found("hours out of range")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void hoursAreLimitedAsConfigured() {
        cells.shift(1, "scheduled_hours = 12.5");
        cells.shift(2, "scheduled_hours = 12");
        cells.attendance(2, "worked_minutes = 541");
        cells.attendance(1, "worked_minutes = 540");
        HourLimits limits = new HourLimits(new BigDecimal("12"), BigDecimal.ONE);

        assertThat(cells.found("hours out of range", limits)).containsExactly("1");
        assertThat(cells.found("worked far above scheduled", limits)).containsExactly("2");
    }

    @Test
    void fourHoursMoreThanScheduledAreNotFarAbove() {
        cells.shift(1, "status = 'ACTIVE'");
        cells.attendance(1, "worked_minutes = 720.5");
        cells.shift(2, "status = 'ACTIVE'");
        cells.attendance(2, "worked_minutes = 720");
        cells.shift(3, "status = 'ACTIVE'");
        cells.attendance(3, "worked_minutes = NULL");

        assertThat(cells.found("worked far above scheduled")).containsExactly("1");
    }

    @Test
    void sessionMayBeOpenUntilTheShiftIsOver() {
        cells.shift(1, "status = 'ACTIVE'");
        cells.attendance(1, "clocked_out_at = NULL, worked_minutes = NULL");
        cells.shift(2, "starts_at = now() - interval '1 h', ends_at = now() + interval '1 h'");
        cells.attendance(2, "clocked_out_at = NULL, worked_minutes = NULL");
        cells.shift(3, "status = 'ACTIVE'");
        cells.shift(4, "status = 'ACTIVE'");
        cells.attendance(4, "clocked_in_at = NULL, clocked_out_at = NULL");

        assertThat(cells.found("missing clock-out")).containsExactly("1");
    }

    @Test
    void whatIsBilledHasBeenWorkedUnlessItIsTimeOffOrNotOver() {
        for (int id = 1; id <= 20; id++) {
            cells.shift(id, "custom_id = NULL");
        }
        String idle = "session_count = 0, clocked_in_at = NULL, clocked_out_at = NULL, worked_minutes = 0";
        cells.attendance(1, idle);
        cells.attendance(2, "session_count = 0, clocked_in_at = NULL, clocked_out_at = NULL, worked_minutes = NULL");
        cells.attendance(3, "worked_minutes = 0");
        cells.execute("UPDATE tracktik.fact_shifts SET billable_hours = 0, bill_amount = 0.01 WHERE shift_id = 1");
        cells.execute("UPDATE tracktik.fact_shifts SET bill_amount = NULL, status = 'CANCELLED' WHERE shift_id = 2");

        cells.attendance(11, idle);
        cells.execute("UPDATE tracktik.fact_shifts SET billable_hours = 0, bill_amount = NULL WHERE shift_id = 11");
        cells.attendance(12, idle);
        cells.execute("UPDATE tracktik.fact_shifts SET attendance_status = 'PTO' WHERE shift_id = 12");
        cells.attendance(13, idle);
        cells.execute("UPDATE tracktik.fact_shifts SET paid_time_off = true WHERE shift_id = 13");
        cells.attendance(14, "worked_minutes = NULL, clocked_out_at = NULL");
        cells.attendance(15, idle + ", scheduled_end_at = now() + interval '1 h'");
        cells.attendance(16, "worked_minutes = 1");
        cells.attendance(17, idle + ", region_id = 275");

        assertThat(cells.found("billed but not worked")).containsExactly("1", "2", "3");
        assertThat(details("1")).containsExactly("{\"bill_amount\": 0.01, \"billable_hours\": 0}");
    }

    private static String here(long id) {
        return id + " 202512/274";
    }

    @Test
    void siteIsNotWorkedAtAfterItHasClosed() {
        cells.client(1, "closed_on = '2025-06-01'");
        cells.client(11, "status = 'CLOSED', closed_on = '2025-06-02'");
        cells.client(12, "status = 'CLOSED', closed_on = '2025-07-01'");
        cells.client(14, "status = 'INACTIVE'");
        cells.client(15, "closed_on = '2025-06-01'");
        workAt(1, 11, 12, 14, 15);
        cells.attendance(15, "clocked_in_at = NULL, clocked_out_at = NULL, worked_minutes = 0");

        assertThat(cells.found("work at a closed site")).containsExactly(here(1));
        assertThat(details(here(1)))
                .containsExactly("{\"shifts\": 1, \"last_on\": \"2025-06-02\", \"first_on\": \"2025-06-02\","
                        + " \"closed_on\": \"2025-06-01\"}");
    }

    private void workAt(long... clients) {
        for (long client : clients) {
            cells.shift(client, "client_id = " + client + ", client_key = " + client);
        }
    }

    /** The first version of a site holds since ever, but says nothing of when the site was closed. */
    @Test
    void siteWithoutADateWasClosedWhenThatWasFirstSeen() {
        cells.client(1, "status = 'CLOSED', seen_from = '2025-06-02 08:00-07'");
        cells.client(2, "status = 'CLOSED', valid_from = '2025-06-02 07:00-07', seen_from = '2025-06-02 07:00-07'");
        cells.client(3, "status = 'CLOSED', valid_from = '2025-06-20', seen_from = '2025-06-20'");
        cells.earlierClient(3, "2025-06-01", "2025-06-20", "CLOSED");
        cells.earlierClient(3, "-infinity", "2025-06-01", "ACTIVE");
        cells.client(11, "status = 'CLOSED', seen_from = '2025-06-02 08:00:01-07'");
        cells.client(12, "status = 'CLOSED', valid_from = '2025-06-20', seen_from = '2025-06-20'");
        cells.earlierClient(12, "2025-05-10", "2025-06-20", null);
        cells.earlierClient(12, "2025-05-01", "2025-05-10", "CLOSED");
        workAt(1, 2, 3, 11, 12);

        assertThat(cells.found("work at a closed site")).containsExactly(here(1), here(2), here(3));
    }

    /** In whichever order units are loaded, an issue is of its own unit, and closes with it. */
    @ParameterizedTest
    @CsvSource({"work at a closed site, 314", "unknown employee, 7", "unknown region, 274", "unknown pay code, 5"})
    void eachUnitThatOffendsHasAnIssueOfItsOwn(String rule, long member) throws SQLException {
        cells.shift(1, "status = 'ACTIVE'");
        cells.shift(2, "period_id = 202513");
        cells.execute("UPDATE tracktik.dim_clients SET closed_on = '2025-05-01' WHERE client_id = 314;"
                + " UPDATE tracktik.dim_employees SET inferred = true; UPDATE tracktik.dim_regions SET inferred = true;"
                + " UPDATE tracktik.dim_pay_codes SET inferred = true");
        cells.found(rule, 202513);
        assertThat(cells.found(rule, 202512)).containsExactly(member + " 202512/274", member + " 202513/274");

        cells.execute("DELETE FROM tracktik.fact_attendance WHERE period_id = 202512;"
                + " DELETE FROM tracktik.fact_shifts WHERE period_id = 202512");
        assertThat(cells.found(rule, 202512)).containsExactly(member + " 202513/274");
    }

    @Test
    void membersThatNoExtractHasHeldAreUnknown() {
        cells.shift(1, "status = 'ACTIVE'");
        cells.shift(2, "region_id = 275, region_key = 275, employee_id = 70, employee_key = 70");
        cells.member("employee", 70, "inferred = true");
        for (String member : List.of("region", "employee", "pay code")) {
            assertThat(cells.found("unknown " + member)).as(member).isEmpty();
            String name = member.replace(' ', '_');
            cells.execute("UPDATE tracktik.dim_" + name + "s SET inferred = true");
            long id = (Long) requireNonNull(
                    warehouse.sql().fetchValue("SELECT " + name + "_id FROM tracktik.fact_shifts WHERE shift_id = 1"));
            assertThat(cells.found("unknown " + member)).as(member).containsExactly(here(id));
            assertThat(details(here(id))).last().isEqualTo("{\"rows\": 1, \"period_id\": 202512, \"region_id\": 274}");
        }
        cells.execute("UPDATE tracktik.dim_employees SET inferred = false");
        assertThat(cells.found("unknown employee")).isEmpty();
    }

    @Test
    void billingCodeThatNoExtractHasHeldIsUnknown() {
        cells.member("billing_code", 10, "inferred = true");
        cells.execute("""
                INSERT INTO tracktik.fact_billing
                    (period_id, region_id, region_key, billing_code_id, billing_code_key, shift_count)
                VALUES (202512, 274, 274, 9, 9, 1), (202512, 274, 274, 10, 10, 1), (202512, 274, 274, NULL, NULL, 1)""");

        assertThat(cells.found("unknown billing code")).containsExactly(here(10));
    }

    @Test
    void countsThatDifferAreSaid() {
        assertThat(Finding.countDiffers("shifts", "shifts 202512/274", 120, 120))
                .isEmpty();
        assertThat(Finding.countDiffers("shifts", "shifts 202512/274", 120, 118))
                .containsExactly(new Finding(
                        "shifts 202512/274",
                        "The vendor counts 120 shifts, and 118 were read.",
                        "{\"counted\": 120, \"read\": 118}"));
    }
}
