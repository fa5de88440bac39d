package io.fieldhouse.etl.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.tracktik.rules.HourLimits;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxTruth;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackTikLoadIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
    }

    private static final List<Long> KAISER = List.of(271L, 272L, 273L, 274L, 275L, 276L, 277L, 278L);

    @Test
    void everyShiftIsWhereItsSiteIsAndTheSumsAreTrue() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            Period period = TrackTikSite.P12;
            LoadReport report = site.load(TrackTikSite.SETTINGS, List.of(period));

            assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
            assertThat(TrackTikLoad.count(report, Outcome.LOADED)).isEqualTo(9);
            SandboxTruth truth = site.sandbox.data();
            for (long region : KAISER) {
                assertRegion(truth, period, region);
            }
        }
    }

    /** In this period, shifts of the day after it have sessions that are outside of the days that a unit asks for. */
    @Test
    void unitCompletesOnlyTheShiftsOfItsOwnDays() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            Period period = TrackTikSite.SETTINGS.calendar().containing(LocalDate.of(2025, 6, 13));
            site.load(TrackTikSite.SETTINGS, List.of(period));

            assertThat(List.of("work-sessions", "break-sessions", "shift-summaries"))
                    .extracting(site.sandbox.requests()::of)
                    .as("one request for each sub-region")
                    .containsOnly((long) KAISER.size());
        }
    }

    @Test
    void workedTimeIsWhatTrackTikCounts() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            site.load(TrackTikSite.SETTINGS, List.of(TrackTikSite.P12));

            assertThat(warehouse.sql().fetch("""
                            SELECT f.shift_id, f.clocked_hours * 60 AS theirs, a.worked_minutes, a.session_count, a.break_minutes
                            FROM tracktik.fact_shifts f JOIN tracktik.fact_attendance a USING (period_id, shift_id)
                            WHERE f.clocked_hours IS NOT NULL AND abs(a.worked_minutes - f.clocked_hours * 60) > 0.6""")).isEmpty();
            assertThat(warehouse
                            .sql()
                            .fetch(
                                    "SELECT DISTINCT break_minutes::integer FROM tracktik.fact_attendance WHERE session_count = 1")
                            .getValues(0, Integer.class))
                    .containsExactlyInAnyOrder(0, 30);
        }
    }

    @Test
    void shiftWhosePositionHasNoSiteIsKeptUntilItHasOne() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            Period period = TrackTikSite.P12;
            site.load(TrackTikSite.SETTINGS, List.of(period));
            List<String> expected = site.sandbox
                    .data()
                    .shifts(period.firstDay(), period.lastDay())
                    .filter(shift -> shift.account() == null)
                    .map(shift -> String.valueOf(shift.id()))
                    .toList();

            assertThat(expected).isNotEmpty();
            assertThat(kept()).containsExactlyElementsOf(expected);
            assertThat(openIssues("shift without a place")).isEqualTo(expected.size());
            site.load(TrackTikSite.SETTINGS, List.of(period));
            assertThat(kept()).containsExactlyElementsOf(expected);
            // Somebody gives them a site, from now on.
            warehouse.sql().execute("""
                            CREATE TEMP TABLE sited AS SELECT * FROM tracktik.dim_positions WHERE client_id IS NULL AND valid_to = 'infinity';
                            UPDATE tracktik.dim_positions SET valid_to = now() WHERE client_id IS NULL AND valid_to = 'infinity';
                            INSERT INTO tracktik.dim_positions (position_id, name, client_id, valid_from, row_hash)
                            SELECT position_id, name, (SELECT min(client_id) FROM tracktik.dim_clients WHERE region_id = 271), now(), row_hash
                            FROM sited;
                            DROP TABLE sited""");
            site.load(TrackTikSite.SETTINGS, List.of(period));
            assertThat(kept()).isEmpty();
            assertThat(openIssues("shift without a place")).isZero();
            assertThat(warehouse
                            .sql()
                            .fetchValue(
                                    "SELECT count(*) FROM tracktik.fact_shifts WHERE shift_id::text = ANY (?)",
                                    (Object) expected.toArray(String[]::new)))
                    .isEqualTo((long) expected.size());
        }
    }

    @Test
    void shiftThatCannotBeReadIsKeptAndTheOthersAreLoaded() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            Fault spoiled = exchange -> {
                String body = exchange.body()
                        .readUtf8()
                        .replaceFirst("\"breakInMinutes\":\\d+", "\"breakInMinutes\":\"soon\"");
                return exchange.regular().newBuilder().body(body).build();
            };
            site.sandbox.faults().forPath("shifts", spoiled);
            LoadReport report = loadHawaii(site);

            assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
            assertThat(report.counts().quarantined()).isOne();
            assertThat(warehouse
                            .sql()
                            .fetch("SELECT reason FROM etl.quarantine WHERE reason_kind = 'unreadable'")
                            .getValues(0, String.class))
                    .hasSize(1)
                    .allMatch(reason -> reason.contains("breakInMinutes") && !reason.contains("soon"));
            assertThat(shifts()).isEqualTo(69L);
            // It is there, if not readable: what was known of it stays.
            site.sandbox.faults().clear();
            loadHawaii(site);
            assertThat(shifts()).isEqualTo(70L);
            site.sandbox.faults().forPath("shifts", spoiled);
            loadHawaii(site);
            assertThat(shifts()).isEqualTo(70L);
        }
    }

    private static LoadReport loadHawaii(TrackTikSite site) {
        TrackTikLoad load = site.load(TrackTikSite.SETTINGS, LocalDate.of(2025, 8, 9));
        return load.run(
                load.plan(TrackTikLoad.request(TrackTikSite.P12)
                        .only("region", List.of("Hawaii"))
                        .again(true)),
                LoadListener.NONE);
    }

    @Test
    void whatTheRulesFindIsAnIssueAndStopsAUnitOnlyWhereConfigured() {
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small())) {
            LoadReport report = site.load(TrackTikSite.SETTINGS, List.of(TrackTikSite.P12));
            assertThat(report.isComplete()).isTrue();
            int missing = openIssues("missing clock-out");
            assertThat(missing)
                    .isPositive()
                    .isEqualTo(warehouse
                            .sql()
                            .fetch(
                                    "SELECT 1 FROM tracktik.fact_attendance WHERE clocked_in_at IS NOT NULL AND clocked_out_at IS NULL")
                            .size());
            assertThat(openIssues("count differs")).isZero();
            assertThat(openIssues("rule cannot be run")).isZero();

            WarehouseState.empty(warehouse.sql());
            Rules stopping = Rules.of(HourLimits.DEFAULT, List.of("missing clock-out"));
            LoadReport stopped = site.load(TrackTikSite.SETTINGS.with(stopping), List.of(TrackTikSite.P12));
            assertThat(stopped.count(Outcome.FAILED)).isPositive();
            assertThat(openIssues("missing clock-out")).isEqualTo(missing);
            assertThat(
                            warehouse
                                    .sql()
                                    .fetch(
                                            "SELECT 1 FROM tracktik.fact_attendance WHERE clocked_in_at IS NOT NULL AND clocked_out_at IS NULL"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "UPDATE"})
    void reportIsNotLostWhereTheCheckOfTheDimensionsCannotBeNoted(String refused) {
        warehouse.sql().execute("""
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                CREATE TRIGGER refuse BEFORE %s ON etl.etl_run_log
                    FOR EACH ROW WHEN (NEW.feed = 'quality of dimensions') EXECUTE FUNCTION public.refuse()""".formatted(refused));
        try (TrackTikSite site = new TrackTikSite(warehouse.dataSource(), SandboxData.small())) {
            LoadReport report = loadHawaii(site);
            assertThat(report.cells()).extracting(UnitResult::outcome).containsOnly(Outcome.LOADED);
            assertThat(report.results())
                    .filteredOn(result -> result.outcome() == Outcome.FAILED)
                    .extracting(result -> result.unit().title().row())
                    .containsExactly("quality of dimensions");
        } finally {
            warehouse.sql().execute("DROP FUNCTION public.refuse CASCADE");
        }
    }

    private static int openIssues(String rule) {
        return warehouse
                .sql()
                .fetch("SELECT 1 FROM etl.data_quality_issues WHERE closed_at IS NULL AND rule = ?", rule)
                .size();
    }

    private static Object shifts() {
        return warehouse.sql().fetchValue("SELECT count(*) FROM tracktik.fact_shifts");
    }

    private static List<String> kept() {
        return warehouse
                .sql()
                .fetch(
                        "SELECT source_key FROM etl.quarantine WHERE reason LIKE 'Its position has no site%' AND settled_at IS NULL ORDER BY 1")
                .getValues(0, String.class);
    }

    private static void assertRegion(SandboxTruth truth, Period period, long region) {
        List<ShiftFacts> expected = truth.shiftsOfSites(Set.of(region), period.firstDay(), period.lastDay());
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT shift_id FROM tracktik.fact_shifts WHERE period_id = ? AND region_id = ? ORDER BY 1",
                                period.id(),
                                region)
                        .getValues("shift_id", Long.class))
                .isEqualTo(expected.stream().map(ShiftFacts::id).toList());
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT billing_code_id FROM tracktik.fact_shifts WHERE period_id = ? AND region_id = ? ORDER BY shift_id",
                                period.id(),
                                region)
                        .getValues(0, Long.class))
                .isEqualTo(expected.stream().map(ShiftFacts::billingCode).toList());
        SandboxTruth.Totals totals = truth.totals(
                period.firstDay(),
                period.lastDay(),
                shift -> shift.siteRegion() != null && shift.siteRegion() == region);
        Record sums = warehouse.sql().fetchOne("""
                SELECT sum(shift_count) AS shifts, sum(payable_hours), sum(billable_hours), sum(overtime_hours), sum(holiday_hours),
                       sum(pay_amount), sum(bill_amount), sum(vendor_margin)
                FROM tracktik.fact_billing WHERE period_id = ? AND region_id = ?""", period.id(), region);
        assertThat(sums.intoList().stream().map(value -> new BigDecimal(value.toString()).stripTrailingZeros()))
                .isEqualTo(List.of(
                        BigDecimal.valueOf(totals.shifts()).stripTrailingZeros(),
                        totals.payableHours().stripTrailingZeros(),
                        totals.billableHours().stripTrailingZeros(),
                        totals.overtimeHours().stripTrailingZeros(),
                        totals.holidayHours().stripTrailingZeros(),
                        totals.paidAmount().stripTrailingZeros(),
                        totals.billedAmount().stripTrailingZeros(),
                        totals.billedAmount().subtract(totals.paidAmount()).stripTrailingZeros()));
    }
}
