package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A daily load needs the dimensions to find which units have changed, and to load them. */
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

    private LoadReport daily() {
        TrackTikLoad load = site.load(SETTINGS, TODAY);
        LoadReport report = load.run(load.plan(load.daily()));
        assertThat(report.isComplete()).isTrue();
        return report;
    }

    @Test
    void planningReadsNoDimension() {
        List<Long> before = requests();
        TrackTikLoad load = site.load(SETTINGS, TODAY);
        load.plan(load.daily());

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void eachLoadReadsEachDimensionOnce() {
        List<Long> before = requests();
        daily();
        List<Long> after = requests();

        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT feed FROM etl.etl_run_log WHERE load_kind = 'daily' AND feed IN ('employees', 'clients')"
                                        + " AND unit_id IS NOT NULL"))
                .hasSize(2);
    }

    @Test
    void planThatIsRunASecondTimeHasNothingLeftToDo() {
        TrackTikLoad load = site.load(SETTINGS, TODAY);
        LoadPlan plan = load.plan(load.daily());
        load.run(plan);
        List<Long> before = requests();

        // What is about the load itself is done by each.
        assertThat(load.run(plan).results())
                .filteredOn(result -> result.outcome() != Outcome.SKIPPED)
                .extracting(result -> result.unit().feed())
                .containsExactly("missing sites", "quality of dimensions");
        assertThat(requests()).isEqualTo(before);
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

        assertThat(TrackTikLoad.titles(daily(), Outcome.LOADED))
                .contains("2025-P12 N California", "2025-P12 Hawaii")
                .doesNotContain("2025-P12 Georgia");
    }
}
