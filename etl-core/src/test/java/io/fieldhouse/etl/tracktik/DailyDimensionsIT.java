package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A daily load needs the dimensions twice: to find which units have changed, and to load them. */
class DailyDimensionsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 18);
    private static final long HAWAII = 273;

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSource(), SandboxData.small());
        site.load(SETTINGS, List.of(P12));
    }

    @AfterEach
    void end() {
        site.close();
    }

    private List<Long> requests() {
        return List.of("employees", "clients", "positions", "payroll-codes").stream()
                .map(site.sandbox.requests()::of)
                .toList();
    }

    private LoadPlan plan() {
        TrackTikLoad load = site.load(SETTINGS, TODAY);
        return load.plan(load.daily());
    }

    private void run(LoadPlan plan) {
        assertThat(site.load(SETTINGS, TODAY).run(plan, LoadListener.NONE).isComplete())
                .isTrue();
    }

    @Test
    void dimensionsThatThePlanHasReadAreNotReadAgain() {
        LoadPlan plan = plan();
        List<Long> before = requests();
        run(plan);

        assertThat(requests()).isEqualTo(before).doesNotContain(0L);
    }

    @Test
    void dimensionsAreReadAgainForAPlanThatIsRunMuchLater() {
        LoadPlan plan = plan();
        List<Long> before = requests();
        warehouse
                .sql()
                .execute(
                        "UPDATE etl.etl_run_log SET started_at = started_at - interval '16 min' WHERE load_id = ?",
                        plan.loadId());
        run(plan);

        assertThat(requests()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void eachLoadReadsTheDimensions() {
        plan();
        List<Long> before = requests();
        plan();

        assertThat(requests()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void changeAtASiteThatWasNotKnownIsFoundToBeInItsSubRegion() {
        long cancelled = site.sandbox.change(P12.firstDay()).shiftCancelled();
        Object position = warehouse
                .sql()
                .fetchValue("SELECT position_id FROM tracktik.fact_shifts WHERE shift_id = ?", cancelled);
        // Its position is at an account by now that is no client.
        site.sandbox.faults().forPath("positions", Fault.misstated((Long) position, "account", HAWAII));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', '2025-06-25')");

        assertThat(plan().units()
                        .filter(PlannedUnit::isDue)
                        .map(unit -> unit.unit().title()))
                .contains("2025-P12 N California", "2025-P12 Hawaii")
                .doesNotContain("2025-P12 Georgia");
    }
}
