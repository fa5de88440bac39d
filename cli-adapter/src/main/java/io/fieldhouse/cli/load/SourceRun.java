package io.fieldhouse.cli.load;

import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.source.OpenLoads;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import java.util.function.Function;

/** Plans a load of one source, and runs it unless only the plan is wanted. */
public final class SourceRun {
    private final Workplace workplace;
    private final Sources sources;
    private final Output output;
    private final LoadRun run;

    public SourceRun(Workplace workplace, Sources sources, Output output, String command) {
        this.workplace = workplace;
        this.sources = sources;
        this.output = output;
        this.run = new LoadRun(workplace, output, command);
    }

    /** Returns the exit code. */
    public int run(String name, Function<Source, LoadRequest> asked, boolean onlyPlan) {
        sources.named(name).requireAccess();
        try (OpenWarehouse warehouse = workplace.warehouse(output);
                OpenLoads open = sources.loads(warehouse)) {
            Source source = open.loads().source(name);
            return StopOnInterrupt.during(
                    output, () -> run(warehouse, open.loads(), source, asked.apply(source), onlyPlan));
        }
    }

    private int run(OpenWarehouse warehouse, Loads loads, Source source, LoadRequest request, boolean onlyPlan) {
        output.progress("Planning");
        LoadPlan plan = loads.plan(source, request);
        return onlyPlan
                ? run.show(plan)
                : run.show(run.run(warehouse, plan, loads::run), request.again() && !request.changed());
    }
}
