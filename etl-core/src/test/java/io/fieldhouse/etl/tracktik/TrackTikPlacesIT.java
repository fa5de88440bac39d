package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxChange;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where shifts are when their sites, or what is known of them, are not as they should be. */
class TrackTikPlacesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final long N_CALIFORNIA = 271;
    private static final long S_CALIFORNIA = 272;
    private static final long HAWAII = 273;

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

    private LoadReport load(ShiftStrategy strategy) {
        LoadReport report = site.load(SETTINGS.with(strategy), List.of(P12));
        assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
        return report;
    }

    private ShiftFacts shiftIn(long region) {
        return site.sandbox.data().shiftsOfSites(Set.of(region), P12.firstDay(), P12.lastDay()).stream()
                .filter(shift -> shift.attendanceStatus().equals("COMPLETED"))
                .findFirst()
                .orElseThrow();
    }

    private static long siteOf(ShiftFacts shift) {
        return Objects.requireNonNull(shift.account());
    }

    private static Record one(String query, Object... values) {
        return warehouse.sql().fetchSingle(query, values);
    }

    private static boolean isLoaded(long shift) {
        return !warehouse
                .sql()
                .fetch("SELECT 1 FROM tracktik.fact_shifts WHERE shift_id = ?", shift)
                .isEmpty();
    }

    private static List<String> kept(String feed) {
        return warehouse
                .sql()
                .fetch("SELECT source_key FROM etl.quarantine WHERE feed = ? AND settled_at IS NULL", feed)
                .getValues(0, String.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShiftStrategy.class,
            names = {"BY_POSITIONS", "WHOLE_WINDOW"})
    void shiftThatVanishedIsGoneThoughAnotherHasNoPlace(ShiftStrategy strategy) {
        load(strategy);
        SandboxChange change = site.sandbox.change(P12.firstDay());
        ShiftFacts backwards = shiftIn(HAWAII);
        ShiftFacts unreadable = shiftIn(S_CALIFORNIA);
        site.sandbox
                .faults()
                .forPath(
                        "shifts",
                        Fault.misstated(
                                backwards.id(),
                                "endDateTime",
                                backwards.start().minusSeconds(1).toString()));

        load(strategy);
        assertThat(isLoaded(change.shiftVanished())).isFalse();
        assertThat(isLoaded(backwards.id())).isTrue();

        site.sandbox.faults().clear();
        site.sandbox.faults().forPath("shifts", Fault.misstated(unreadable.id(), "customId", "a\0b"));
        load(strategy);
        assertThat(kept("shifts")).contains(String.valueOf(unreadable.id()));
        assertThat(isLoaded(unreadable.id())).isTrue();
    }

    @Test
    void shiftsOfASiteThatGetsItsRegionLaterAreLoaded() {
        ShiftFacts shift = shiftIn(HAWAII);
        site.sandbox.faults().forPath("clients", Fault.misstated(siteOf(shift), "region", null));
        load(ShiftStrategy.BY_POSITIONS);
        assertThat(isLoaded(shift.id())).isFalse();
        assertThat(kept("shifts")).contains(String.valueOf(shift.id()));

        site.sandbox.faults().clear();
        load(ShiftStrategy.BY_POSITIONS);
        assertThat(isLoaded(shift.id())).isTrue();
        assertThat(kept("shifts")).doesNotContain(String.valueOf(shift.id()));
    }

    @ParameterizedTest
    @EnumSource(ShiftStrategy.class)
    void shiftsOfASiteThatMovedStayWhereTheyWere(ShiftStrategy strategy) {
        ShiftFacts shift = shiftIn(N_CALIFORNIA);
        site.sandbox.faults().forPath("clients", Fault.misstated(siteOf(shift), "region", S_CALIFORNIA));
        load(ShiftStrategy.BY_POSITIONS);
        String query = "SELECT min(region_id), max(region_id), count(*), sum(bill_amount) FROM tracktik.fact_shifts"
                + " WHERE client_id = ?";
        Record before = one(query, siteOf(shift));
        assertThat(before.get(0)).isEqualTo(S_CALIFORNIA);

        site.sandbox.faults().clear();
        load(strategy);
        assertThat(one(query, siteOf(shift))).isEqualTo(before);
    }

    @Test
    void accountThatIsNoClientIsReadByEachLoad() {
        ShiftFacts shift = shiftIn(HAWAII);
        // The account of the region itself.
        site.sandbox.faults().forPath("positions", Fault.misstated(shift.position(), "account", HAWAII));
        load(ShiftStrategy.BY_POSITIONS);
        load(ShiftStrategy.BY_POSITIONS);
        String query = "SELECT retired, time_zone FROM tracktik.current_clients WHERE client_id = ?";
        assertThat(one(query, HAWAII).get("retired")).isEqualTo(false);

        site.sandbox.faults().forPath("accounts", Fault.misstated(HAWAII, "timeZone", "America/New_York"));
        load(ShiftStrategy.BY_POSITIONS);
        assertThat(one(query, HAWAII).get("retired")).isEqualTo(false);
        assertThat(one(query, HAWAII).get("time_zone")).isEqualTo("America/New_York");
    }

    @Test
    void clientThatCannotBeReadStaysAsItWasThoughItIsAnAccountToo() {
        long client = siteOf(shiftIn(HAWAII));
        load(ShiftStrategy.BY_POSITIONS);
        String query =
                "SELECT count(*), count(city), max(type), count(DISTINCT type) FROM tracktik.dim_clients WHERE client_id = ?";
        Record before = one(query, client);
        assertThat(before.get(1)).isEqualTo(1L);

        site.sandbox.faults().forPath("clients", Fault.misstated(client, "customId", "a\0b"));
        for (int i = 0; i < 2; i++) {
            load(ShiftStrategy.BY_POSITIONS);
            assertThat(one(query, client)).isEqualTo(before);
            assertThat(kept("clients")).containsExactly(String.valueOf(client));
        }
    }

    @Test
    void clientThatIsAnAccountOnlyKeepsWhatAccountsDoNotSay() {
        long client = siteOf(shiftIn(HAWAII));
        load(ShiftStrategy.BY_POSITIONS);
        site.sandbox.faults().forPath("clients", Fault.misstated(client, "id", 987_654_321L));
        load(ShiftStrategy.BY_POSITIONS);
        String query =
                "SELECT city, client_key, xmin::text FROM tracktik.dim_clients WHERE valid_to = 'infinity' AND client_id = ?";
        Record now = one(query, client);
        assertThat(now.get("city")).isNotNull();

        load(ShiftStrategy.BY_POSITIONS);
        assertThat(one(query, client)).isEqualTo(now);
    }

    @Test
    void sessionThatRunsBackwardsIsNoMissedShiftAndIsSettledWhenItIsRight() {
        ShiftFacts shift = shiftIn(HAWAII);
        WorkSession session = site.tracktik
                .entities()
                .workSessions(Query.all().equal("shift", shift.id()))
                .list()
                .get(0);
        site.sandbox
                .faults()
                .forPath(
                        "work-sessions",
                        Fault.misstated(
                                session.id(),
                                "endedOn",
                                Objects.requireNonNull(session.startedOn())
                                        .minusSeconds(60)
                                        .toString()));
        load(ShiftStrategy.BY_POSITIONS);
        String query = "SELECT missed, worked_minutes FROM tracktik.fact_attendance WHERE shift_id = ?";
        assertThat(one(query, shift.id()).get("missed")).isEqualTo(false);
        assertThat(one(query, shift.id()).get("worked_minutes")).isNull();
        assertThat(kept("work sessions")).containsExactly(String.valueOf(session.id()));

        site.sandbox.faults().clear();
        load(ShiftStrategy.BY_POSITIONS);
        assertThat(one(query, shift.id()).get("worked_minutes")).isNotNull();
        assertThat(kept("work sessions")).isEmpty();
    }

    @Test
    void recordOfAUnitThatIsGoneWaitsForNothingOnceAllOfTheUnitIsInOrder() {
        load(ShiftStrategy.BY_POSITIONS);
        for (String feed : List.of("shifts", "work sessions", "shift summaries", "billable items")) {
            warehouse.sql().execute("""
                    INSERT INTO etl.quarantine (source, feed, unit_id, reason_kind, reason, record)
                    SELECT 'tracktik', ?, unit_id, 'unreadable', 'id is no number.', '{}'
                    FROM etl.load_units WHERE (scope ->> 'region')::bigint = ?""", feed, HAWAII);
        }
        load(ShiftStrategy.BY_POSITIONS);
        assertThat(kept("work sessions")).isEmpty();
        assertThat(kept("shift summaries")).isEmpty();
        assertThat(kept("billable items")).isEmpty();
        assertThat(kept("shifts")).doesNotContainNull();
    }
}
