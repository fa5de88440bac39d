package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxChange;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is loaded when, and what is not. */
class TrackTikPlanIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    /** The periods from P12 to P14 are over; the fourth is open. */
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 18);

    private TrackTikSite site;
    private TrackTikLoad load;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSource(), SandboxData.small());
        load = site.load(SETTINGS, TODAY);
    }

    @AfterEach
    void end() {
        site.close();
    }

    private LoadReport run(LoadRequest request) {
        return load.run(load.plan(request));
    }

    @Test
    void backfillBeginsWithTheLastCompletedPeriodAndGoesBack() {
        LoadPlan plan = load.plan(load.backfill(P12));

        assertThat(TrackTikLoad.titles(plan))
                .hasSize(27)
                .startsWith("2025-P14 N California", "2025-P14 S California", "2025-P14 Hawaii")
                .endsWith("2025-P12 Northwest", "2025-P12 without a site");
        assertThat(plan.toString())
                .contains("backfill: 27 units, 27 to load", "2025-06-27 to 2025-07-10")
                .containsSubsequence(
                        "refresh  regions",
                        "refresh  billing codes",
                        "refresh  missing sites",
                        "load     2025-P14 N California",
                        "check    quality of dimensions");
    }

    /** Of an empty warehouse and of one in use; nothing is even begun. */
    @Test
    void planningAnyRequestWritesNothing() {
        assertPlanningWritesNothing();
        run(load.backfill(P12));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', '2025-06-25')");
        site.sandbox.change(P12.firstDay());
        warehouse.sql().execute("UPDATE etl.load_units SET state = 'failed' WHERE scope = '{\"period\": 202512}'");
        assertPlanningWritesNothing();
    }

    private void assertPlanningWritesNothing() {
        Map<String, String> before = WarehouseState.everything(warehouse.sql());
        for (LoadRequest request : List.of(
                load.backfill(P12),
                load.daily(),
                load.weekly(),
                TrackTikLoad.request(P12)
                        .only("region", List.of("Hawaii", "1029"))
                        .again(true),
                TrackTikLoad.request(SETTINGS.calendar().containing(TODAY)).open(true))) {
            assertThat(load.plan(request).steps()).isNotEmpty();
            assertThat(WarehouseState.everything(warehouse.sql()))
                    .as(request.toString())
                    .isEqualTo(before);
        }
    }

    @Test
    void loadedUnitsAreSkippedUnlessAskedFor() {
        assertThat(TrackTikLoad.count(run(load.backfill(P12)), Outcome.LOADED)).isEqualTo(27);
        long requests = site.sandbox.requests().of("shifts");
        LoadReport again = run(load.backfill(P12));

        assertThat(TrackTikLoad.count(again, Outcome.SKIPPED)).isEqualTo(27);
        assertThat(site.sandbox.requests().of("shifts")).isEqualTo(requests);
        LoadReport asked =
                run(TrackTikLoad.request(P12).only("region", List.of("Hawaii")).again(true));
        assertThat(TrackTikLoad.titles(asked, Outcome.LOADED)).containsExactly("2025-P12 Hawaii");
    }

    @Test
    void planSaysWhatIsLoadedAgain() {
        LoadRequest hawaii =
                TrackTikLoad.request(P12).only("region", List.of("Hawaii")).again(true);
        run(hawaii);

        assertThat(load.plan(hawaii).toString()).contains("load: 1 unit, 1 to load", "2025-06-12  loaded, again");
    }

    @Test
    void itIsSaidWhichUnitsAreWaitedFor() {
        run(load.backfill(P12));
        warehouse.sql().execute("""
                UPDATE etl.load_units
                SET state = 'claimed', claimed_by = 'another', claim_expires_at = now() + interval '1 hour'
                WHERE scope = '{"period": 202512, "region": 273}'""");
        List<String> waitedFor = Collections.synchronizedList(new ArrayList<>());
        LoadReport report = load.run(load.plan(load.backfill(P12)), new LoadListener() {
            @Override
            public void waiting(Unit unit) {
                waitedFor.add(unit.title().toString());
                warehouse
                        .sql()
                        .execute("UPDATE etl.load_units SET claim_expires_at = now() WHERE claimed_by = 'another'");
            }
        });

        assertThat(waitedFor).containsExactly("2025-P12 Hawaii");
        assertThat(TrackTikLoad.titles(report, Outcome.LOADED)).containsExactly("2025-P12 Hawaii");
    }

    @Test
    void unitThatWasLoadedBeforeItsPeriodEndedIsLoadedAgain() {
        Period open = SETTINGS.calendar().containing(TODAY);
        run(TrackTikLoad.request(open).only("region", List.of("Hawaii")).open(true));
        warehouse.sql().execute("UPDATE etl.load_units SET loaded_at = '2025-07-18'");
        load = site.load(SETTINGS, open.lastDay().plusDays(3));

        LoadReport later = run(TrackTikLoad.request(open).only("region", List.of("Hawaii")));
        assertThat(TrackTikLoad.count(later, Outcome.LOADED)).isOne();
    }

    @Test
    void dailyReadsYesterdaysPeriodAndThoseThatAreApprovedLate() {
        assertThat(periods(load.daily())).containsExactly("2025-P15", "2025-P14", "2025-P13");
        assertThat(periods(load.weekly())).containsExactly("2025-P15", "2025-P14", "2025-P13");
        assertThat(periods(site.load(SETTINGS, LocalDate.of(2025, 7, 11)).daily()))
                .containsExactly("2025-P14", "2025-P13");
        assertThat(periods(site.load(SETTINGS, LocalDate.of(2025, 7, 12)).weekly()))
                .containsExactly("2025-P15", "2025-P14", "2025-P13");
    }

    private List<String> periods(LoadRequest request) {
        return load.plan(request.open(true))
                .cells()
                .map(planned -> planned.unit().title().row())
                .distinct()
                .toList();
    }

    @Test
    void oneChangeThatCannotBeReadDoesNotHoldBackTheOthers() {
        run(load.backfill(P12));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', '2025-06-25')");
        SandboxChange change = site.sandbox.change(P12.firstDay());
        site.sandbox.faults().forPath("shifts", Fault.misstated(change.shiftCancelled(), "position", "unreadable"));
        LoadReport daily = run(load.daily());

        assertThat(daily.isComplete()).as(daily.toString()).isTrue();
        assertThat(TrackTikLoad.titles(daily, Outcome.LOADED)).contains("2025-P12 N California");
        assertThat(warehouse.sql().fetchValue("SELECT watermark::date::text FROM etl.sync_watermarks"))
                .isEqualTo("2025-07-18");
    }

    @Test
    void whatHasChangedIsNotLoadedOfOtherSubRegionsThanThoseAskedFor() {
        run(load.backfill(P12));
        warehouse.sql().execute("UPDATE etl.load_units SET state = 'pending' WHERE scope @> '{\"period\": 202512}'");
        LoadReport daily = run(load.daily().only("region", List.of("Hawaii")));

        assertThat(TrackTikLoad.titles(daily, Outcome.LOADED))
                .contains("2025-P12 Hawaii")
                .allMatch(title -> title.endsWith("Hawaii"));
    }

    @Test
    void whatHasChangedIsNotFollowedBeforeSomethingIsLoaded() {
        assertThat(run(load.daily()).isComplete()).isTrue();
        assertThat(warehouse.sql().fetch("SELECT watermark FROM etl.sync_watermarks"))
                .isEmpty();
        assertThat(run(load.daily()).isComplete()).isTrue();
        assertThat(warehouse.sql().fetch("SELECT watermark FROM etl.sync_watermarks"))
                .hasSize(1);
    }

    @Test
    void changeInAnOldPeriodIsFoundByItsWatermark() {
        run(load.backfill(P12));
        // The sandbox's days are of 2025, and so is what it says of changes.
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', '2025-06-25')");
        SandboxChange change = site.sandbox.change(P12.firstDay());
        LoadReport daily = run(load.daily());

        assertThat(TrackTikLoad.titles(daily, Outcome.LOADED))
                .contains("2025-P12 N California")
                .doesNotContain("2025-P12 Hawaii");
        assertThat(TrackTikLoad.titles(daily, Outcome.SKIPPED)).contains("2025-P12 Hawaii");
        assertThat(warehouse
                        .sql()
                        .fetchValue(
                                "SELECT status FROM tracktik.fact_shifts WHERE shift_id = ?", change.shiftCancelled()))
                .isEqualTo("CANCELLED");
        assertThat(warehouse.sql().fetchValue("SELECT watermark::date::text FROM etl.sync_watermarks"))
                .isEqualTo("2025-07-18");
        // What was found is not found again.
        assertThat(TrackTikLoad.titles(run(load.daily()), Outcome.LOADED))
                .noneMatch(title -> title.startsWith("2025-P12"));
    }

    @Test
    void unitThatFailedDoesNotStopTheOthersAndIsLoadedByTheNextRun() {
        site.sandbox.faults().forPath("shift-summaries", Fault.forbidden());
        LoadReport failed = run(load.backfill(P12));
        assertThat(TrackTikLoad.count(failed, Outcome.FAILED)).isEqualTo(24);
        assertThat(failed.results())
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .extracting(UnitResult::error)
                .allSatisfy(error -> assertThat(error).startsWith("Reading shift summaries failed"));
        assertThat(
                        warehouse
                                .sql()
                                .fetchValue(
                                        "SELECT count(*) FROM etl.load_units WHERE state = 'failed' AND last_error LIKE 'Reading%'"))
                .isEqualTo(24L);
        assertThat(warehouse.sql().fetch("SELECT 1 FROM tracktik.fact_shifts")).isEmpty();

        site.sandbox.faults().clear();
        assertThat(TrackTikLoad.count(run(load.backfill(P12)), Outcome.LOADED)).isEqualTo(24);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithAWayOut() {
        assertThatThrownBy(
                        () -> load.plan(TrackTikLoad.request(SETTINGS.calendar().containing(TODAY))))
                .isInstanceOf(Refusal.class)
                .hasMessage("Not completed yet: 2025-P15. The last completed period is 2025-P14;"
                        + " to load what there is of a later one, ask for open periods, by --open.");
        assertThatThrownBy(
                        () -> load.plan(TrackTikLoad.request(SETTINGS.calendar().labelled("2025-P16"))
                                .open(true)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Not begun yet: 2025-P16. The last completed period is 2025-P14.");
        assertThatThrownBy(() -> load.plan(TrackTikLoad.request(P12).only("region", List.of("Hawai"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'Hawai'. The nearest is Hawaii.");
        assertThatThrownBy(() -> load.plan(TrackTikLoad.request(P12).only("region", List.of("Acme East"))))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "'Acme East' is not a sub-region of KAISER. Sub-regions: N California, S California, Hawaii, Washington,"
                                + " Colorado, Georgia, MidAtlantic, Northwest.");
    }

    @Test
    void calendarThatCutsTimeOtherwiseThanWhatIsLoadedIsRefusedWithAWayOut() {
        run(load.backfill(P12));
        String before = planned();
        TrackTikLoad weeks = site.load(SETTINGS.with(PeriodCalendar.weeks(LocalDate.of(2025, 5, 30))), TODAY);
        PeriodCalendar shifted = PeriodCalendar.twoWeeks(LocalDate.of(2025, 6, 6));
        TrackTikLoad later = site.load(SETTINGS.with(shifted), TODAY);

        assertThatThrownBy(() -> weeks.plan(weeks.backfill(P12)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The billing periods in the warehouse are cut otherwise: it has 2025-P12"
                        + " (two-weeks, 2025-05-30 to 2025-06-12) where this load has 2025-W23"
                        + " (weeks, 2025-05-30 to 2025-06-05); ")
                .hasMessageEndingWith("where this load has 2025-W27 (weeks, 2025-06-27 to 2025-07-03)."
                        + " Use the calendar of what is there, or load into a warehouse of its own.");
        assertThatThrownBy(() -> later.plan(
                        TrackTikLoad.request(shifted.labelled("2025-P14")).open(true)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("; 2025-P14 (two-weeks, 2025-06-27 to 2025-07-10) where this load has 2025-P14"
                        + " (two-weeks, 2025-06-20 to 2025-07-03). Use");
        assertThatThrownBy(() -> later.plan(
                        TrackTikLoad.request(shifted.labelled("2025-P16")).open(true)))
                .as("days between the two would be in no period")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cut otherwise");
        assertThatThrownBy(() -> later.plan(later.daily()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cut otherwise");
        assertThat(planned()).isEqualTo(before);
    }

    @Test
    void ofManyPeriodsThatAreCutOtherwiseSomeAreShown() {
        warehouse.sql().execute("""
                INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on)
                SELECT 202400 + n, 'months', '2024-M0' || n, 2024, n, day, day + interval '1 month' - interval '1 day'
                FROM generate_series(1, 7) n, make_date(2024, n, 1) day""");

        assertThatThrownBy(() -> load.plan(load.daily()))
                .hasMessageContaining("it has 2024-M01 (months, 2024-01-01 to 2024-01-31)")
                .hasMessageContaining("2024-M05 ")
                .hasMessageContaining("; and 2 more.")
                .hasMessageNotContaining("2024-M06");
    }

    private static String planned() {
        return String.valueOf(
                warehouse
                        .sql()
                        .fetch(
                                "SELECT label, starts_on, unit_id FROM tracktik.billing_periods FULL JOIN etl.load_units ON (scope ->> 'period')::integer = period_id ORDER BY 1, 3"));
    }
}
