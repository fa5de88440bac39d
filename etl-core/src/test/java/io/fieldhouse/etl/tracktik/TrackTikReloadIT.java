package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxChange;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a second look at a period finds. */
class TrackTikReloadIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Period P13 = SETTINGS.calendar().next(P12);

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSource(), SandboxData.small());
    }

    @AfterEach
    void end() {
        assertThat(WarehouseState.wrongKeys(warehouse.sql())).isZero();
        assertThat(WarehouseState.wrongSums(warehouse.sql())).isZero();
        site.close();
    }

    private LoadReport load(Period... periods) {
        LoadReport report = site.load(SETTINGS, List.of(periods));
        assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
        return report;
    }

    @Test
    void whatIsAsItWasIsNotWritten() {
        load(P12);
        List<String> before = versionsOfRows();
        LoadCounts again = load(P12).counts();

        assertThat(again.inserted() + again.updated() + again.deleted()).isZero();
        assertThat(again.unchanged()).isEqualTo(551);
        assertThat(versionsOfRows()).isEqualTo(before);
    }

    private static List<String> versionsOfRows() {
        return warehouse.sql().fetch("""
                        SELECT 's' || shift_id || xmin FROM tracktik.fact_shifts
                        UNION ALL SELECT 'a' || shift_id || xmin FROM tracktik.fact_attendance
                        UNION ALL SELECT concat('b', position_id, '/', xmin) FROM tracktik.fact_billing ORDER BY 1""").getValues(0, String.class);
    }

    @ParameterizedTest
    @EnumSource(ShiftStrategy.class)
    void everyWayOfAskingComesToTheSame(ShiftStrategy strategy) {
        load(P12, P13);
        Map<String, String> expected = WarehouseState.of(warehouse.sql());
        WarehouseState.empty(warehouse.sql());

        LoadReport report = site.load(SETTINGS.with(strategy), List.of(P13, P12));

        assertThat(report.results()).extracting(UnitResult::error).containsOnlyNulls();
        assertThat(WarehouseState.of(warehouse.sql())).isEqualTo(expected);
    }

    @Test
    void wholeWindowIsReadOnceForAllSubRegions() {
        site.load(SETTINGS.with(ShiftStrategy.WHOLE_WINDOW), List.of(P12));

        // And once for those whose position has no site.
        assertThat(site.sandbox.requests().of("shifts")).isEqualTo(2);
    }

    @Test
    void shiftThatVanishedIsGoneAndOneThatWasCancelledOrRatedAnewIsAsItIsNow() {
        load(P12);
        SandboxChange change = site.sandbox.change(P12.firstDay());
        BigDecimal before = amount(change.shiftRerated());
        LoadReport again = load(P12);

        assertThat(again.counts())
                .extracting(LoadCounts::inserted, LoadCounts::deleted)
                .containsExactly(0L, 2L);
        assertThat(shift(change.shiftVanished())).isNull();
        assertThat(status(change.shiftCancelled())).isEqualTo("CANCELLED");
        assertThat(amount(change.shiftRerated())).isGreaterThan(before);
        assertThat(amount(change.shiftRerated()))
                .isEqualByComparingTo(
                        site.sandbox.data().shift(change.shiftRerated()).paidAmount());
        assertThat(warehouse
                        .sql()
                        .fetchValue(
                                "SELECT name FROM tracktik.dim_clients WHERE valid_to = 'infinity' AND client_id = ?",
                                change.siteRenamed()))
                .asString()
                .contains("formerly");
        assertThat(warehouse
                        .sql()
                        .fetchValue(
                                "SELECT status FROM tracktik.dim_employees WHERE valid_to = 'infinity' AND employee_id = ?",
                                change.employeeRetired()))
                .isEqualTo("TERMINATED");
    }

    @Test
    void shiftThatMovedIsInOnePeriodWhicheverIsLoadedFirst() {
        load(P12, P13);
        SandboxChange change = site.sandbox.change(P12.firstDay());
        load(P13);
        assertThat(shift(change.shiftMoved())).isEqualTo(P13.id());
        load(P12);
        assertThat(shift(change.shiftMoved())).isEqualTo(P13.id());
    }

    @Test
    void shiftThatWasReadBeforeItMovedDoesNotComeBack() {
        load(P12, P13);
        long moved = site.sandbox.change(P12.firstDay()).shiftMoved();
        load(P13);
        // As if a slow load of the older period had read the shift before it moved, and committed after.
        try (TrackTikSite earlier = new TrackTikSite(warehouse.dataSource(), SandboxData.small())) {
            earlier.load(SETTINGS, List.of(P12));
        }
        assertThat(shift(moved)).isEqualTo(P13.id());
    }

    @Test
    void shiftThatMovedBackIsNotTakenAwayByWhoReadItBefore() {
        load(P12, P13);
        try (TrackTikSite between = new TrackTikSite(warehouse.dataSource(), SandboxData.small())) {
            long moved = between.sandbox.change(P12.firstDay()).shiftMoved();
            // As it was, but for when it was modified.
            site.sandbox.faults().forPath("shifts", Fault.misstated(moved, "modifiedOn", "2025-08-01T00:00:00+00:00"));
            load(P12);
            between.load(SETTINGS, List.of(P13));
            assertThat(shift(moved)).isEqualTo(P12.id());
        }
    }

    private static @Nullable Integer shift(long id) {
        return warehouse
                .sql()
                .fetchOptional("SELECT period_id FROM tracktik.fact_shifts WHERE shift_id = ?", id)
                .map(row -> row.get(0, Integer.class))
                .orElse(null);
    }

    private static Object status(long id) {
        return warehouse.sql().fetchValue("SELECT status FROM tracktik.fact_shifts WHERE shift_id = ?", id);
    }

    private static BigDecimal amount(long id) {
        return (BigDecimal)
                warehouse.sql().fetchValue("SELECT pay_amount FROM tracktik.fact_shifts WHERE shift_id = ?", id);
    }
}
