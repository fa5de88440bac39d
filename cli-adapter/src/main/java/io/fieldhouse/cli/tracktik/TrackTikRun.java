package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.failure.Asked;
import io.fieldhouse.cli.load.LoadRun;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.tracktik.LoadRequest;
import io.fieldhouse.etl.tracktik.TrackTikLoad;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.tracktik.TrackTik;
import java.util.NoSuchElementException;
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

    int run(Function<TrackTikLoad, LoadRequest> asked, boolean onlyPlan) {
        TrackTikSettings settings = TrackTikConfiguration.load(workplace.configuration());
        try (TrackTik tracktik = TrackTik.connect(TrackTikAccess.config(workplace));
                OpenWarehouse warehouse = workplace.warehouse(output)) {
            TrackTikLoad load = new TrackTikLoad(
                    tracktik,
                    warehouse.pool(settings.limits().runner().connections()),
                    settings,
                    workplace.process(),
                    workplace.clock());
            return StopOnInterrupt.during(output, () -> run(warehouse, load, asked.apply(load), onlyPlan));
        }
    }

    private int run(OpenWarehouse warehouse, TrackTikLoad load, LoadRequest request, boolean onlyPlan) {
        output.progress(request.changed() ? "Looking for what has changed at TrackTik" : "Planning");
        LoadPlan plan = plan(load, request);
        return onlyPlan
                ? run.show(plan)
                : run.show(run.run(warehouse, plan, load::run), request.force() && !request.changed());
    }

    /** Whoever names no region that there is learns where they are listed. */
    private static LoadPlan plan(TrackTikLoad load, LoadRequest request) {
        try {
            return load.plan(request);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            if (!(e.getCause() instanceof NoSuchElementException)) {
                throw Asked.refusal(e);
            }
            if (request.regions().stream().noneMatch(name -> message.contains("'" + name.strip() + "'"))) {
                throw Workplace.refused("tracktik.region: " + message);
            }
            throw new Refusal(message + " 'fieldhouse regions' lists them.");
        }
    }
}
