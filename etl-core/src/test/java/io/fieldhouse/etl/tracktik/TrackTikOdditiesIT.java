package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a load does with what TrackTik should not send. */
class TrackTikOdditiesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final long HAWAII = 273;

    /** A site in Hawaii without a time zone of its own. */
    private static final long ZONELESS_SITE = 1011;

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small());
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void regionHeaderThatIsNotHeededFailsTheUnitsAndSaysHowToAsk() {
        site.sandbox.faults().share(1, 1, Fault.regionsIgnored());
        LoadReport report = site.load(SETTINGS.with(ShiftStrategy.BY_REGION_HEADER), List.of(P12));

        assertThat(report.results())
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .hasSize(8)
                .extracting(UnitResult::error)
                .allSatisfy(error -> assertThat(error)
                        .matches("TrackTik sent \\d+ shifts of other regions: it ignores the region header."
                                + " Ask by positions instead: set tracktik[.]strategy to by-positions[.]"));
        assertThat(warehouse.sql().fetch("""
                        SELECT 1 FROM tracktik.fact_shifts UNION ALL SELECT 1 FROM tracktik.fact_attendance
                        UNION ALL SELECT 1 FROM tracktik.fact_billing""")).isEmpty();
        // That does not change by trying again, and what else there is of all regions is not read.
        assertThat(attempts()).containsOnly(1);
        assertThat(site.sandbox.requests().of("work-sessions")).isZero();

        LoadReport asItSays = site.load(SETTINGS, List.of(P12));
        assertThat(asItSays.isComplete()).isTrue();
    }

    private static List<Integer> attempts() {
        return warehouse
                .sql()
                .fetch("SELECT attempts FROM etl.load_units WHERE scope ->> 'region' IS NOT NULL")
                .getValues(0, Integer.class);
    }

    @Test
    void memberThatNobodyKnowsIsInferredAndReported() {
        ShiftFacts strange = hawaiis().get(0);
        site.sandbox.faults().forPath("shifts", Fault.misstated(strange.id(), "employee", 987_654_321L));

        LoadReport report = loadHawaii();

        assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
        assertThat(loaded()).hasSize(70);
        assertThat(warehouse
                        .sql()
                        .fetchValue(
                                "SELECT inferred FROM tracktik.fact_shifts JOIN tracktik.dim_employees USING (employee_key)"
                                        + " WHERE shift_id = " + strange.id()))
                .isEqualTo(true);
        assertThat(warehouse
                        .sql()
                        .fetchValue("SELECT entity_key FROM etl.data_quality_issues"
                                + " WHERE rule = 'unknown employee' AND closed_at IS NULL"))
                .isEqualTo("987654321 202512/273");
        // What is inferred already is asked for again, and still not there.
        assertThat(loadHawaii().results()).extracting(UnitResult::error).containsOnlyNulls();
    }

    @Test
    void shiftWithoutAnyTimeZoneIsKeptAndTheOthersAreLoaded() {
        ShiftFacts zoneless = shiftOf(ZONELESS_SITE);

        assertOneIsKeptUntilItIsRight(
                zoneless,
                "Neither its site nor itself nor its region has a time zone.",
                Map.of(
                        "regions", Fault.misstated(HAWAII, "timeZone", null),
                        "shifts", Fault.misstated(zoneless.id(), "timeZone", "")));
    }

    /** Java knows zones that a server may lack; what the warehouse has here, no server knows. By other clocks, days differ. */
    @Test
    void shiftsOfASiteWhoseZoneTheServerDoesNotKnowAreKeptThoughTheRegionHasAnother() {
        ShiftFacts shift = shiftOf(ZONELESS_SITE);
        loadHawaii();
        warehouse
                .sql()
                .execute(
                        "UPDATE tracktik.dim_clients SET time_zone = 'Mars/Olympus' WHERE client_id = ?",
                        ZONELESS_SITE);

        assertThat(loadHawaii(TrackTikSite.LIMITS.with(new StageLimits(20_000, 4 << 20, 1)))
                        .results())
                .extracting(UnitResult::error)
                .containsOnlyNulls();
        assertThat(kept())
                .extracting(kept -> kept.get("reason", String.class))
                .isNotEmpty()
                .containsOnly("The database server does not know the time zone Mars/Olympus.");
        assertThat(kept())
                .extracting(kept -> kept.get("source_key", String.class))
                .contains(String.valueOf(shift.id()));
    }

    @Test
    void shiftThatEndsBeforeItStartsIsKeptAndTheOthersAreLoaded() {
        ShiftFacts backwards = shiftOf(ZONELESS_SITE);
        String tooEarly = backwards.start().minusSeconds(1).toString();

        assertOneIsKeptUntilItIsRight(
                backwards,
                "It ends before it starts.",
                Map.of("shifts", Fault.misstated(backwards.id(), "endDateTime", tooEarly)));
    }

    @Test
    void unitOfWhichNotOneShiftHasAPlaceFailsHoweverSmall() {
        site.close();
        site = new TrackTikSite(
                warehouse.dataSourceAs(WarehouseRoles.LOADER),
                SandboxData.small().withDays(P12.firstDay(), P12.firstDay()).withShiftsPerDay(8));
        ShiftFacts only = hawaiis().get(0);
        String tooEarly = only.start().minusSeconds(1).toString();
        site.sandbox.faults().forPath("shifts", Fault.misstated(only.id(), "endDateTime", tooEarly));

        assertThat(hawaiis()).hasSize(1);
        assertThat(loadHawaii().results())
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .singleElement()
                .extracting(UnitResult::error)
                .asString()
                .startsWith("1 of 1 shifts have no place");
    }

    @Test
    void shiftsOfASiteThatNobodyKnowsAreReportedAsWithoutAPlace() {
        ShiftFacts strange = shiftOf(ZONELESS_SITE);
        site.sandbox.faults().forPath("positions", Fault.misstated(strange.position(), "account", 987_654_321L));
        site.load(SETTINGS, List.of(P12));

        assertThat(loaded()).doesNotContain(strange.id());
        assertThat(issues())
                .filteredOn(issue -> issue.get("entity_key", String.class).equals(String.valueOf(strange.id())))
                .singleElement()
                .satisfies(issue -> assertThat(issue.get("message", String.class))
                        .endsWith("Its position has no site, or its site no region."));
    }

    @Test
    void dimensionThatDiffersFromItsCountIsReportedUntilTheyAgree() {
        site.sandbox.faults().forPath("employees", countedShort());
        site.sandbox.faults().forPath("clients", countedShort());
        loadHawaii();
        assertThat(countsThatDiffer()).containsExactly("clients all", "employees all");

        site.sandbox.faults().clear();
        site.sandbox.faults().forPath("clients", countedShort());
        loadHawaii();
        assertThat(countsThatDiffer()).containsExactly("clients all");

        site.sandbox.faults().clear();
        loadHawaii();
        assertThat(countsThatDiffer()).isEmpty();
    }

    private static Fault countedShort() {
        return exchange -> exchange.page((offset, count) -> offset, (offset, count) -> count - 1);
    }

    private static List<String> countsThatDiffer() {
        return warehouse
                .sql()
                .fetch("SELECT entity || ' ' || entity_key FROM etl.data_quality_issues"
                        + " WHERE rule = 'count differs' AND closed_at IS NULL ORDER BY 1")
                .getValues(0, String.class);
    }

    @Test
    void shiftThatIsGoneWaitsForNothing() {
        ShiftFacts backwards = shiftOf(ZONELESS_SITE);
        String tooEarly = backwards.start().minusSeconds(1).toString();
        site.sandbox.faults().forPath("shifts", Fault.misstated(backwards.id(), "endDateTime", tooEarly));
        loadHawaii();
        // What is in no sub-region, is of no other one either.
        warehouse.sql().execute("""
                INSERT INTO etl.quarantine (source, feed, source_key, unit_id, reason_kind, reason, record)
                SELECT source, feed, key, unit_id, reason_kind, reason, record
                FROM etl.quarantine, unnest(ARRAY['999999998', '999999999']) key""");
        warehouse.sql().execute("""
                UPDATE etl.quarantine SET record = '{"position": 424242424242}' WHERE source_key = '999999998'""");

        loadHawaii();
        assertThat(kept())
                .extracting(kept -> kept.get("source_key", String.class))
                .containsExactlyInAnyOrder(String.valueOf(backwards.id()), "999999998");
        assertThat(issues())
                .filteredOn(issue -> issue.get("closed_at") == null)
                .extracting(issue -> issue.get("entity_key", String.class))
                .containsExactlyInAnyOrder(String.valueOf(backwards.id()), "999999998");
    }

    @Test
    void whereSomethingCannotBeReadNothingIsTakenForGone() {
        ShiftFacts backwards = shiftOf(ZONELESS_SITE);
        String tooEarly = backwards.start().minusSeconds(1).toString();
        site.sandbox.faults().forPath("shifts", Fault.misstated(backwards.id(), "endDateTime", tooEarly));
        loadHawaii();
        warehouse.sql().execute("UPDATE etl.quarantine SET source_key = '999999999'");
        site.sandbox.faults().clear();
        site.sandbox.faults().forPath("shifts", Fault.misstated(backwards.id(), "id", "unreadable"));

        loadHawaii();
        assertThat(kept())
                .extracting(kept -> kept.get("source_key", String.class))
                .contains("999999999");
    }

    private ShiftFacts shiftOf(long account) {
        return hawaiis().stream()
                .filter(shift -> shift.account() != null && shift.account() == account)
                .findFirst()
                .orElseThrow();
    }

    private List<ShiftFacts> hawaiis() {
        return site.sandbox.data().shiftsOfSites(Set.of(HAWAII), P12.firstDay(), P12.lastDay());
    }

    private void assertOneIsKeptUntilItIsRight(ShiftFacts odd, String reason, Map<String, Fault> faults) {
        faults.forEach(site.sandbox.faults()::forPath);
        LoadReport report = loadHawaii();

        assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
        assertThat(report.counts().quarantined()).isOne();
        assertThat(loaded())
                .hasSize(69)
                .isEqualTo(hawaiis().stream()
                        .map(ShiftFacts::id)
                        .filter(id -> id != odd.id())
                        .toList());
        assertThat(kept()).singleElement().satisfies(kept -> {
            assertThat(kept.get("source_key", String.class)).isEqualTo(String.valueOf(odd.id()));
            assertThat(kept.get("feed", String.class)).isEqualTo("shifts");
            assertThat(kept.get("reason", String.class)).isEqualTo(reason);
            assertThat(new String(kept.get("record", byte[].class), StandardCharsets.UTF_8))
                    .contains("\"id\":" + odd.id());
        });
        assertThat(issues()).singleElement().satisfies(issue -> {
            assertThat(issue.get("entity_key", String.class)).isEqualTo(String.valueOf(odd.id()));
            assertThat(issue.get("message", String.class)).endsWith(reason);
            assertThat(issue.get("closed_at")).isNull();
        });

        site.sandbox.faults().clear();
        loadHawaii();
        assertThat(loaded()).hasSize(70).contains(odd.id());
        assertThat(kept()).isEmpty();
        assertThat(issues())
                .singleElement()
                .extracting(issue -> issue.get("closed_at"))
                .isNotNull();

        // What was known of it is not lost when it is wrong again.
        faults.forEach(site.sandbox.faults()::forPath);
        loadHawaii();
        assertThat(loaded()).hasSize(70);
        assertThat(kept()).hasSize(1);
    }

    private static List<Record> kept() {
        return List.copyOf(warehouse.sql().fetch("SELECT * FROM etl.quarantine WHERE settled_at IS NULL"));
    }

    private LoadReport loadHawaii() {
        return loadHawaii(TrackTikSite.LIMITS);
    }

    private LoadReport loadHawaii(LoadLimits limits) {
        TrackTikLoad load = site.load(SETTINGS, limits, LocalDate.of(2025, 8, 9));
        return load.run(load.plan(
                TrackTikLoad.request(P12).only("region", List.of("Hawaii")).again(true)));
    }

    private static List<Long> loaded() {
        return warehouse
                .sql()
                .fetch("SELECT shift_id FROM tracktik.fact_shifts ORDER BY 1")
                .getValues(0, Long.class);
    }

    private static List<Record> issues() {
        return List.copyOf(
                warehouse.sql().fetch("SELECT * FROM etl.data_quality_issues WHERE rule = 'shift without a place'"));
    }
}
