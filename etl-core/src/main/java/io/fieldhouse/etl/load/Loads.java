package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans and runs the loads of a warehouse's sources. Thread-safe. */
public final class Loads {
    private static final Logger LOG = LoggerFactory.getLogger(Loads.class);

    private final Map<String, Source> sources;
    private final Database warehouse;
    private final LoadLimits limits;
    private final String process;
    private final Clock clock;

    /**
     * Takes what loads need.
     *
     * @param sources the sources by their names
     * @param process which process of which machine this is, for the ledger
     */
    public Loads(Map<String, Source> sources, Database warehouse, LoadLimits limits, String process, Clock clock) {
        this.sources = new TreeMap<>(sources);
        this.warehouse = warehouse;
        this.limits = limits;
        this.process = process;
        this.clock = clock;
    }

    /** All sources, in the order of their names. */
    public Collection<Source> sources() {
        return sources.values();
    }

    /**
     * Returns the source of a name.
     *
     * @throws Refusal if there is none
     */
    public Source source(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new Refusal("Unknown source '" + name + "'. Sources: " + String.join(", ", sources.keySet()) + ".");
        }
        return source;
    }

    /**
     * Plans a load; writes nothing.
     *
     * @throws Refusal if the request cannot be met
     */
    public LoadPlan plan(Source source, LoadRequest request) {
        return source.plan(request, LoadLedger.planning(warehouse, source.name()));
    }

    /** Runs a plan. An interrupt ends it; the next run goes on from there. */
    public LoadReport run(LoadPlan plan, LoadListener listener) {
        LoadLedger ledger =
                LoadLedger.open(warehouse, plan, process, limits.runner().lease());
        LoadContext context = new LoadContext(warehouse, ledger, limits, clock);
        StepWork work = source(plan.source()).begin(plan, context);
        List<Unit> units = plan.units().map(PlannedUnit::unit).toList();
        ledger.enter(units);
        LoadReport report = new LoadRunner(context, work, listener).run(plan);
        return withWhatWasReadForAll(report, ledger);
    }

    /** Also of a run that was interrupted: people see the log, and both say the same. */
    private static LoadReport withWhatWasReadForAll(LoadReport report, LoadLedger ledger) {
        boolean interrupted = Thread.interrupted();
        try {
            return new LoadReport(
                    report.source(), report.kind(), report.planned(), ledger.readForAll(), report.results());
        } catch (LoadException e) {
            LOG.warn("What was read for all units was not added up: {}", e.getMessage());
            return report;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
