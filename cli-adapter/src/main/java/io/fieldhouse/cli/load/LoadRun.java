package io.fieldhouse.cli.load;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Failure;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Runs a load, and says how it goes and how it went. */
public final class LoadRun {
    private final Workplace workplace;
    private final Output output;
    private final String command;

    public LoadRun(Workplace workplace, Output output, String command) {
        this.workplace = workplace;
        this.output = output;
        this.command = command;
    }

    /** Shows a plan. Returns the exit code. */
    int show(LoadPlan plan) {
        return output.result(command, ExitCode.OK, plan.toString(), data(plan));
    }

    /**
     * Shows how a load went. Returns the exit code.
     *
     * @param again whether what was loaded already was asked for, too: then the same command would begin anew
     */
    int show(LoadReport report, boolean again) {
        return output.result(command, exitCode(report), text(report, again), data(report));
    }

    /** The text of a report, for a command that runs several loads. */
    String text(LoadReport report, boolean again) {
        return report.source() + " " + report.kind() + ": " + summary(report, again) + details(report);
    }

    /** Runs a plan, and shows how it goes on. */
    public LoadReport run(OpenWarehouse warehouse, LoadPlan plan, BiFunction<LoadPlan, LoadListener, LoadReport> load) {
        Optional<Terminal> terminal = output.mayDraw() ? TerminalProgress.terminal() : Optional.empty();
        if (terminal.isEmpty()) {
            LoadProgress lines =
                    new LoadProgress(output, workplace.clock(), plan.cells().count());
            return warehouse.during(() -> load.apply(plan, lines));
        }
        try (TerminalProgress picture = new TerminalProgress(terminal.get(), plan, workplace.clock())) {
            return warehouse.during(() -> load.apply(plan, picture));
        }
    }

    /** Trying again helps unless a unit failed for good; nothing helps against what the vendor refuses altogether. */
    public static int exitCode(LoadReport report) {
        if (report.isComplete()) {
            return ExitCode.OK;
        }
        if (report.count(Outcome.INTERRUPTED) > 0) {
            return ExitCode.INTERRUPTED;
        }
        return failures(report)
                .filter(result -> result.step() instanceof Step.Refresh)
                .findFirst()
                .map(result ->
                        Failure.of(Objects.requireNonNull(result.failure())).exitCode())
                .orElse(failedForGood(report) ? ExitCode.DATA : ExitCode.TRY_AGAIN);
    }

    private static Stream<UnitResult> failures(LoadReport report) {
        return report.results().stream()
                .filter(result -> result.failure() != null && result.outcome() == Outcome.FAILED);
    }

    private static boolean failedForGood(LoadReport report) {
        return failures(report)
                .anyMatch(result -> Objects.requireNonNull(result.failure()).kind() == LoadException.Kind.PERMANENT);
    }

    /**
     * How it went.
     *
     * @param again whether what was loaded already was asked for, too: then the same command would begin anew
     */
    public static String summary(LoadReport report, boolean again) {
        LoadCounts counts = report.counts();
        List<UnitResult> cells = report.cells();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d of %s loaded, %,d were loaded already, %,d failed, %,d not begun or stopped.%n"
                        + "Rows: %,d new, %,d changed, %,d gone, %,d as before. %s read in %s, %,d in quarantine.%n",
                count(cells, Outcome.LOADED),
                Count.of(cells.size(), "unit"),
                count(cells, Outcome.SKIPPED),
                count(cells, Outcome.FAILED),
                count(cells, Outcome.INTERRUPTED) + count(cells, Outcome.NOT_BEGUN),
                counts.inserted(),
                counts.updated(),
                counts.deleted(),
                counts.unchanged(),
                Count.of(counts.read(), "record"),
                Count.of(counts.requests(), "request"),
                counts.quarantined()));
        failures(report)
                .forEach(result -> text.append(
                        String.format("  %s failed: %s%n", result.unit().title(), result.error())));
        if (!report.isComplete()) {
            text.append(String.format(
                    "What is loaded stays; %s%s.%n",
                    failedForGood(report) ? "fix what the messages name, then " : "",
                    again && !left(report).isEmpty()
                            ? "load " + left(report) + " again for the rest"
                            : "run the same command again for the rest"));
        }
        return text.toString();
    }

    private static long count(List<UnitResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The periods with units that are left. */
    private static String left(LoadReport report) {
        List<String> periods = report.cells().stream()
                .filter(result -> result.outcome() != Outcome.LOADED && result.outcome() != Outcome.SKIPPED)
                .map(result -> result.unit().title().row())
                .distinct()
                .sorted()
                .toList();
        return periods.size() < 2 ? String.join("", periods) : periods.get(0) + ".." + periods.get(periods.size() - 1);
    }

    /** Where more is said of what failed. */
    private String details(LoadReport report) {
        return failures(report).findAny().isEmpty()
                ? ""
                : workplace
                        .logFile()
                        .map(file -> String.format("Details: %s%n", file))
                        .orElse("");
    }

    static Map<String, @Nullable Object> data(LoadPlan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("source", plan.source());
        data.put("kind", plan.kind());
        data.put("units", plan.cells().map(LoadRun::data).toList());
        data.put(
                "steps",
                plan.steps()
                        .filter(step -> !(step instanceof Step.Cells))
                        .map(LoadRun::data)
                        .toList());
        data.put("remarks", plan.remarks());
        return data;
    }

    private static Map<String, Object> data(Step step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("does", step.verb());
        data.put("units", step.units().stream().map(LoadRun::data).toList());
        return data;
    }

    private static Map<String, @Nullable Object> data(Unit unit) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("title", unit.title().toString());
        data.put("feed", unit.feed());
        data.put("scope", unit.scope().parts());
        return data;
    }

    private static Map<String, @Nullable Object> data(PlannedUnit planned) {
        Map<String, @Nullable Object> unit = data(planned.unit());
        Window window = planned.unit().window();
        unit.put("from", window == null ? null : window.from());
        unit.put("to", window == null ? null : window.to());
        unit.put("state", planned.state());
        unit.put("isDue", planned.isDue());
        unit.put("loadedAt", planned.loadedAt());
        return unit;
    }

    public static Map<String, @Nullable Object> data(LoadReport report) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("source", report.source());
        data.put("kind", report.kind());
        List<UnitResult> cells = report.cells();
        data.put("planned", cells.size());
        for (Outcome outcome : Outcome.values()) {
            data.put(outcome.name().toLowerCase(Locale.ROOT), count(cells, outcome));
        }
        data.put("counts", data(report.counts()));
        data.put("units", cells.stream().map(LoadRun::data).toList());
        data.put(
                "steps",
                report.results().stream()
                        .filter(result -> !(result.step() instanceof Step.Cells))
                        .map(LoadRun::data)
                        .toList());
        return data;
    }

    private static Map<String, @Nullable Object> data(UnitResult result) {
        Map<String, @Nullable Object> unit = data(result.unit());
        unit.put("does", result.step().verb());
        unit.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        unit.put("seconds", result.took().toMillis() / 1000.0);
        unit.put("counts", data(result.counts()));
        unit.put("error", result.error());
        return unit;
    }

    private static Map<String, Object> data(LoadCounts counts) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("read", counts.read());
        data.put("inserted", counts.inserted());
        data.put("updated", counts.updated());
        data.put("deleted", counts.deleted());
        data.put("unchanged", counts.unchanged());
        data.put("quarantined", counts.quarantined());
        data.put("requests", counts.requests());
        data.put("bytes", counts.bytes());
        return data;
    }
}
