package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.load.LoadRun;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.etl.tracktik.TrackTikSource;
import io.fieldhouse.etl.tracktik.shifts.ShiftCells;
import io.fieldhouse.etl.wiring.TrackTikModule;
import io.fieldhouse.etl.wiring.Wiring;
import io.fieldhouse.tracktik.TrackTik;
import java.util.List;
import java.util.function.Function;

/** Plans a load of TrackTik, and runs it unless only the plan is wanted. */
final class TrackTikRun {
    private final Workplace workplace;
    private final Output output;
    private final LoadRun run;

    TrackTikRun(Workplace workplace, Output output, String command) {
        this.workplace = workplace;
        this.output = output;
        this.run = new LoadRun(workplace, output, command);
    }

    int run(Function<Source, LoadRequest> asked, boolean onlyPlan) {
        TrackTikSettings settings = TrackTikConfiguration.load(workplace.configuration());
        LoadLimits limits = TrackTikConfiguration.limits(workplace.configuration());
        try (TrackTik tracktik = TrackTik.connect(TrackTikAccess.config(workplace));
                OpenWarehouse warehouse = workplace.warehouse(output)) {
            Loads loads = Wiring.loads(
                    warehouse.pool(limits.runner().connections()),
                    limits,
                    workplace.process(),
                    workplace.clock(),
                    List.of(new TrackTikModule(settings, () -> tracktik)));
            Source source = loads.source(TrackTikSource.NAME);
            return StopOnInterrupt.during(output, () -> run(warehouse, loads, source, asked.apply(source), onlyPlan));
        }
    }

    private int run(OpenWarehouse warehouse, Loads loads, Source source, LoadRequest request, boolean onlyPlan) {
        output.progress("Planning");
        LoadPlan plan = plan(loads, source, request);
        return onlyPlan
                ? run.show(plan, remark(plan))
                : run.show(run.run(warehouse, plan, loads::run), request.again() && !request.changed());
    }

    private static String remark(LoadPlan plan) {
        return plan.cells()
                        .allMatch(planned ->
                                planned.unit().scope().number(ShiftCells.REGION).isPresent())
                ? ""
                : String.format(
                        "Without a site: shifts whose position has none belong to no sub-region, and go to quarantine.%n");
    }

    /** A region that the configuration names, and nobody has typed, is a matter of the configuration. */
    private static LoadPlan plan(Loads loads, Source source, LoadRequest request) {
        try {
            return loads.plan(source, request);
        } catch (Refusal e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(Settings.TRACKTIK_REGION.key() + ": ") ? Workplace.refused(message) : e;
        }
    }
}
