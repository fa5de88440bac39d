package io.fieldhouse.cli.load;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Failure;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.OpenLoads;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.load.Source.Recent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sync",
        description = "Load what is new, what changed and what is still open, from every configured source.",
        footer = {
            "",
            "Run it on a schedule. Periods that may still be approved late are read again, too.",
            "A source that fails does not stop the others.",
            "",
            "Examples:",
            "  fieldhouse sync daily     every morning: the period of yesterday",
            "  fieldhouse sync weekly    every Sunday: the periods of the last seven days"
        })
public final class SyncCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What the owner has scheduled. */
    enum Range {
        daily,
        weekly
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "RANGE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Range range = Range.daily;

    @Option(names = "--dry-run", description = "Show what would be loaded, without loading it.")
    private boolean dryRun;

    public SyncCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        if (sources.configured().isEmpty()) {
            // Each says what it lacks; there is nothing to go on with.
            sources.all().forEach(Connector::requireAccess);
        }
        sources.unconfigured()
                .forEach(connector -> output.progress(connector.howToConfigure() + " The others are loaded."));
        Synced synced = new Synced(output);
        List<Connector> ready = sources.configured().stream()
                .filter(connector -> synced.tries(connector.name(), connector::requireAccess))
                .toList();
        if (!ready.isEmpty()) {
            try (OpenWarehouse warehouse = workplace.warehouse(output);
                    OpenLoads open = sources.loads(warehouse)) {
                StopOnInterrupt.during(output, () -> {
                    ready.forEach(connector -> sync(connector, warehouse, open.loads(), output, synced));
                    return synced;
                });
            }
        }
        return synced.show();
    }

    private void sync(Connector connector, OpenWarehouse warehouse, Loads loads, Output output, Synced synced) {
        if (synced.isStopped()) {
            return;
        }
        synced.tries(connector.name(), () -> {
            output.progress("Planning " + connector.name());
            Source source = loads.source(connector.name());
            LoadPlan plan = loads.plan(source, source.recent(range == Range.daily ? Recent.DAILY : Recent.WEEKLY));
            if (dryRun) {
                synced.add(plan);
            } else {
                synced.add(new LoadRun(workplace, output, "sync").run(warehouse, plan, loads::run));
            }
        });
    }

    /** What became of the sources. */
    private final class Synced {
        private final Output output;
        private final LoadRun run;
        private final StringBuilder text = new StringBuilder();
        private final List<Map<String, @Nullable Object>> loads = new ArrayList<>();
        private final List<Map<String, Object>> failed = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private @Nullable RuntimeException first;
        private int exitCode = ExitCode.OK;

        Synced(Output output) {
            this.output = output;
            this.run = new LoadRun(workplace, output, "sync");
        }

        /** Does something for a source; where it fails, the others go on. Returns whether it did not. */
        boolean tries(String source, Runnable work) {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                first = first == null ? e : first;
                Failure failure = workplace.failure(e);
                ended(failure.exitCode());
                String message = failure.message() + sources.advice(e);
                message.lines().map(line -> source + " failed: " + line).forEach(warnings::add);
                failed.add(Map.of(
                        "source", source,
                        "kind", failure.kind(),
                        "messages", message.lines().toList()));
                return false;
            }
        }

        void add(LoadPlan plan) {
            text.append(plan);
            loads.add(LoadRun.data(plan));
        }

        void add(LoadReport report) {
            ended(LoadRun.exitCode(report));
            text.append(run.text(report, false));
            loads.add(LoadRun.data(report));
        }

        private void ended(int code) {
            exitCode = exitCode == ExitCode.OK || code == ExitCode.INTERRUPTED ? code : exitCode;
        }

        boolean isStopped() {
            return exitCode == ExitCode.INTERRUPTED;
        }

        int show() {
            if (first != null && sources.configured().size() == 1) {
                throw first;
            }
            warnings.forEach(output::warning);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("loads", loads);
            data.put("failed", failed);
            data.put(
                    "notConfigured",
                    sources.unconfigured().stream().map(Connector::name).toList());
            return output.result("sync", exitCode, loads.isEmpty() ? "Nothing was loaded." : text.toString(), data);
        }
    }
}
