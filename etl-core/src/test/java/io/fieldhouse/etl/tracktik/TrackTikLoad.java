package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Source.Recent;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.wiring.TrackTikModule;
import io.fieldhouse.etl.wiring.Wiring;
import io.fieldhouse.tracktik.TrackTik;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Loads of TrackTik, as a program wires them. */
public final class TrackTikLoad {
    private final Loads loads;
    final TrackTikSource source;

    public TrackTikLoad(
            TrackTik tracktik, DataSource warehouse, TrackTikSettings settings, LoadLimits limits, Clock clock) {
        loads = Wiring.loads(warehouse, limits, "test", clock, List.of(new TrackTikModule(settings, () -> tracktik)));
        source = new TrackTikSource(() -> tracktik, new Database(warehouse), settings, clock);
    }

    /** Asks for periods that follow one another, in whatever order. */
    public static LoadRequest request(List<Period> periods) {
        return LoadRequest.of(
                "load",
                new Window(
                        periods.stream()
                                .map(Period::firstDay)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        periods.stream()
                                .map(Period::lastDay)
                                .max(LocalDate::compareTo)
                                .orElseThrow()));
    }

    static LoadRequest request(Period period) {
        return request(List.of(period));
    }

    LoadRequest backfill(Period first) {
        return source.backfill(first);
    }

    LoadRequest daily() {
        return source.recent(Recent.DAILY);
    }

    LoadRequest weekly() {
        return source.recent(Recent.WEEKLY);
    }

    public LoadPlan plan(LoadRequest request) {
        return loads.plan(loads.source(TrackTikSource.NAME), request);
    }

    public LoadReport run(LoadPlan plan) {
        return run(plan, LoadListener.NONE);
    }

    LoadReport run(LoadPlan plan, LoadListener listener) {
        return loads.run(plan, listener);
    }

    /** The titles of a plan's cells. */
    static Stream<String> titles(LoadPlan plan) {
        return plan.cells().map(PlannedUnit::unit).map(unit -> unit.title().toString());
    }

    /** The titles of the cells that came to something, sorted. */
    static List<String> titles(LoadReport report, Outcome outcome) {
        return report.cells().stream()
                .filter(result -> result.outcome() == outcome)
                .map(result -> result.unit().title().toString())
                .sorted()
                .toList();
    }

    /** How many cells came to something. */
    static long count(LoadReport report, Outcome outcome) {
        return titles(report, outcome).size();
    }
}
