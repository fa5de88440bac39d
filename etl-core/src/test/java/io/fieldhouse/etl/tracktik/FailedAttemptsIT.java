package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was read is counted, whatever came of it: TrackTik has counted it, too. */
class FailedAttemptsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSource(), SandboxData.small());
    }

    @AfterEach
    void end() {
        site.close();
    }

    /** What the log says was read, by the attempts of which something holds. */
    private static LoadCounts logged(String which) {
        Record sums = warehouse
                .sql()
                .fetchOne("SELECT sum(rows_read)::bigint AS read, sum(rows_quarantined)::bigint AS kept,"
                        + " sum(api_calls)::bigint AS calls, sum(bytes_read)::bigint AS bytes FROM etl.etl_run_log WHERE "
                        + which);
        return LoadCounts.read(
                sums.get("read", long.class),
                sums.get("kept", long.class),
                sums.get("calls", long.class),
                sums.get("bytes", long.class));
    }

    private static void assertLogged(LoadReport report) {
        LoadCounts counts = report.counts();
        assertThat(LoadCounts.read(counts.read(), counts.quarantined(), counts.requests(), counts.bytes()))
                .isEqualTo(logged("true"));
    }

    @Test
    void readingThatFailedCountsWhatCameBefore() {
        site.sandbox.faults().forPath("shift-summaries", Fault.forbidden());
        LoadReport report = site.load(SETTINGS, List.of(P12));

        assertThat(TrackTikLoad.count(report, Outcome.FAILED)).isEqualTo(8);
        assertThat(
                        warehouse
                                .sql()
                                .fetch(
                                        "SELECT 1 FROM etl.etl_run_log WHERE state = 'failed' AND rows_read > 0 AND api_calls > 1 AND bytes_read > 0"))
                .hasSize(8);
        assertLogged(report);
    }

    @Test
    void triesThatFailedAreCountedWithTheOneThatDidNot() {
        AtomicInteger asked = new AtomicInteger();
        site.sandbox
                .faults()
                .forPath(
                        "shift-summaries",
                        exchange -> asked.incrementAndGet() > 20
                                ? exchange.regular()
                                : Fault.serverError().answer(exchange));
        LoadReport report = site.load(SETTINGS, List.of(P12));

        assertThat(report.isComplete()).isTrue();
        assertThat(logged("state = 'failed'").read()).isPositive();
        assertLogged(report);
    }

    @Test
    void whatWasReadForSeveralUnitsIsCountedOnceThoughTheFirstFails() {
        TrackTikLoad load = site.load(SETTINGS.with(ShiftStrategy.WHOLE_WINDOW), LocalDate.of(2025, 9, 6));
        LoadPlan plan = load.plan(TrackTikLoad.request(P12).again(true));
        site.sandbox.requests().reset();
        warehouse.sql().execute("""
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON tracktik.fact_shifts
                    FOR EACH ROW WHEN (NEW.region_id = 271) EXECUTE FUNCTION public.refuse()""");
        try {
            LoadReport report = load.run(plan);

            assertThat(report.results())
                    .filteredOn(result -> result.outcome() == Outcome.FAILED)
                    .singleElement()
                    .matches(failed -> failed.unit().title().toString().equals("2025-P12 N California")
                            && failed.counts().read() > 0);
            assertLogged(report);
            assertThat(report.counts().requests())
                    .isEqualTo(site.sandbox.requests().total()
                            - site.sandbox.requests().tokens());
        } finally {
            warehouse.sql().execute("DROP FUNCTION public.refuse CASCADE");
        }
    }

    @Test
    void dimensionThatWasReadAndRefusedIsCounted() {
        site.load(SETTINGS, List.of(P12));
        // TrackTik has none of these: they would be retired, which are too many.
        warehouse.sql().execute("""
                INSERT INTO tracktik.dim_employees (employee_id, valid_from, row_hash)
                SELECT 900000000 + n, '2025-05-01', '' FROM generate_series(1, 100000) n""");
        LoadReport report = site.load(SETTINGS, List.of(P12));
        assertThat(report.results())
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(employees -> assertThat(employees.error()).contains("would retire"));
        assertThat(TrackTikLoad.count(report, Outcome.NOT_BEGUN)).isEqualTo(9);

        LoadCounts failed = logged("feed = 'employees' AND state = 'failed'");
        assertThat(failed).isEqualTo(logged("feed = 'employees' AND state = 'loaded'"));
        assertThat(failed.read()).isPositive();
    }
}
