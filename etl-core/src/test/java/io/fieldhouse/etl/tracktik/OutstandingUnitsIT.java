package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxChange;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What daily loads find to do in periods that they would not read of themselves: here, in P12. */
class OutstandingUnitsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 18);

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSource(), SandboxData.small());
        TrackTikLoad load = site.load(SETTINGS, TODAY);
        load.run(load.plan(load.backfill(P12)));
    }

    @AfterEach
    void end() {
        site.close();
    }

    /** The sandbox's days are of 2025, and so is what it says of changes. */
    private static void changedSince(String day) {
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', ?::date)",
                        day);
    }

    /** A claim of another process, on the sub-region in which the sandbox changes something. */
    private static void claim(String expires) {
        assertThat(warehouse.sql().execute("""
                        UPDATE etl.load_units SET state = 'claimed', claimed_by = 'other', claim_expires_at = now() + ?::interval
                        WHERE scope = '{"period": 202512, "region": 271}'""", expires)).isOne();
    }

    private LoadReport daily(int day) {
        TrackTikLoad load = site.load(SETTINGS, TODAY.plusDays(day));
        return load.run(load.plan(load.daily()));
    }

    private List<String> planned(int day) {
        TrackTikLoad load = site.load(SETTINGS, TODAY.plusDays(day));
        return TrackTikLoad.titles(load.plan(load.daily()))
                .filter(title -> title.startsWith("2025-P12"))
                .toList();
    }

    private static List<String> loaded(LoadReport report) {
        return TrackTikLoad.titles(report, Outcome.LOADED).stream()
                .filter(title -> title.startsWith("2025-P12"))
                .toList();
    }

    private static Object watermark() {
        return warehouse.sql().fetchValue("SELECT watermark::date::text FROM etl.sync_watermarks");
    }

    private static Object status(long shift) {
        return warehouse.sql().fetchValue("SELECT status FROM tracktik.fact_shifts WHERE shift_id = ?", shift);
    }

    @Test
    void changeOutlivesTheDailyThatWasToLoadIt() {
        changedSince("2025-06-25");
        SandboxChange change = site.sandbox.change(P12.firstDay());
        // It finds the change, and dies before the change is loaded.
        site.sandbox.faults().forPath("work-sessions", Fault.forbidden());
        assertThat(daily(0).isComplete()).isFalse();
        site.sandbox.faults().clear();
        claim("-1 hour");

        assertThat(loaded(daily(1))).containsExactly("2025-P12 N California");
        assertThat(status(change.shiftCancelled())).isEqualTo("CANCELLED");
    }

    @Test
    void claimOfTheDeadHoldsNoWatermarkBack() {
        changedSince("2025-06-25");
        SandboxChange change = site.sandbox.change(P12.firstDay());
        claim("-1 hour");

        assertThat(loaded(daily(1))).containsExactly("2025-P12 N California");
        assertThat(watermark()).isEqualTo("2025-07-19");
        assertThat(status(change.shiftCancelled())).isEqualTo("CANCELLED");
    }

    @Test
    void claimOfTheLivingKeepsItsUnitAndTheWatermark() {
        changedSince("2025-06-25");
        site.sandbox.change(P12.firstDay());
        claim("1 hour");
        List<Object> seen = new ArrayList<>();
        TrackTikLoad load = site.load(SETTINGS, TODAY.plusDays(1));
        LoadReport report = load.run(load.plan(load.daily()), new LoadListener() {
            @Override
            public void waiting(Unit unit) {
                seen.add(unit.title() + " of " + watermark());
                claim("0 seconds");
            }
        });

        assertThat(seen).containsExactly("2025-P12 N California of 2025-06-25");
        assertThat(loaded(report)).containsExactly("2025-P12 N California");
        assertThat(watermark()).isEqualTo("2025-06-25");
    }

    @Test
    void secondTryThatDiedIsFollowedByAThird() {
        String unit = "scope = '{\"period\": 202512, \"region\": 273}'";
        warehouse.sql().execute("UPDATE etl.load_units SET state = 'pending', loaded_at = NULL WHERE " + unit);
        assertThat(planned(1)).isEmpty();

        warehouse
                .sql()
                .execute(
                        "UPDATE etl.etl_run_log r SET state = 'failed' FROM etl.load_units u WHERE u.unit_id = r.unit_id AND "
                                + unit);
        assertThat(loaded(daily(1))).containsExactly("2025-P12 Hawaii");
    }

    @Test
    void unitWithoutASiteThatFailedIsLoadedAgain() {
        warehouse.sql().execute("UPDATE etl.load_units SET state = 'failed' WHERE scope = '{\"period\": 202512}'");

        assertThat(loaded(daily(1))).containsExactly("2025-P12 without a site");
    }

    @Test
    void shiftThatLosesItsSiteIsKeptInQuarantine() {
        long shift = site.sandbox
                .data()
                .shifts(P12.firstDay(), P12.lastDay())
                .filter(one -> one.account() == null)
                .findFirst()
                .orElseThrow()
                .id();
        // As if it had been at another position, with a site in N California, until now.
        warehouse.sql().execute("DELETE FROM etl.quarantine WHERE source_key = ?", String.valueOf(shift));
        warehouse.sql().execute("""
                CREATE TEMP TABLE moved AS
                    SELECT * FROM tracktik.fact_shifts WHERE period_id = 202512 AND region_id = 271 LIMIT 1;
                UPDATE moved SET shift_id = %d, source_modified_at = '2025-05-30', row_hash = 'before';
                INSERT INTO tracktik.fact_shifts SELECT * FROM moved;
                DROP TABLE moved""".formatted(shift));
        changedSince("2025-05-31");

        assertThat(loaded(daily(1))).containsExactly("2025-P12 N California", "2025-P12 without a site");
        assertThat(warehouse.sql().fetch("SELECT 1 FROM tracktik.fact_shifts WHERE shift_id = ?", shift))
                .isEmpty();
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT 1 FROM etl.quarantine WHERE settled_at IS NULL AND source_key = ?",
                                String.valueOf(shift)))
                .hasSize(1);
    }

    @Test
    void recentPeriodsAreLoadedThoughItIsNotKnownWhatHasChanged() {
        changedSince("2025-05-31");
        // The first question for shifts is for what has changed.
        AtomicInteger asked = new AtomicInteger();
        site.sandbox
                .faults()
                .forPath(
                        "shifts",
                        exchange ->
                                asked.getAndIncrement() == 0 ? Fault.forbidden().answer(exchange) : exchange.regular());
        LoadReport report = daily(1);
        site.sandbox.faults().clear();

        assertThat(TrackTikLoad.count(report, Outcome.LOADED)).isEqualTo(27);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.results())
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(failed -> assertThat(failed.unit().feed()).isEqualTo("changed shifts"))
                .satisfies(failed -> assertThat(failed.error()).startsWith("Reading shifts failed"));
        assertThat(watermark()).isEqualTo("2025-05-31");
        assertThat(warehouse.sql().fetchValue("SELECT state FROM etl.etl_run_log WHERE feed = 'changed shifts'"))
                .isEqualTo("failed");
        assertThat(daily(2).isComplete()).isTrue();
        assertThat(watermark()).isEqualTo("2025-07-20");
    }
}
