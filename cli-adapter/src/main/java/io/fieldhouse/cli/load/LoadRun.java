package io.fieldhouse.cli.load;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public int show(LoadPlan plan) {
        return output.result(command, exitCode(plan), text(plan), data(plan));
    }

    /**
     * Shows how a load went. Returns the exit code.
     *
     * @param again whether what was loaded already was asked for, too: then the same command would begin anew
     */
    public int show(LoadReport report, boolean again) {
        return output.result(
                command, exitCode(report), report.kind() + ": " + text(report, again) + details(report), data(report));
    }

    /** Runs a plan, and shows how it goes on. */
    public LoadReport run(OpenWarehouse warehouse, LoadPlan plan, BiFunction<LoadPlan, LoadListener, LoadReport> load) {
        Optional<Terminal> terminal = output.mayDraw() ? TerminalProgress.terminal() : Optional.empty();
        if (terminal.isEmpty()) {
            LoadProgress lines =
                    new LoadProgress(output, workplace.clock(), plan.units().count());
            return warehouse.during(() -> load.apply(plan, lines));
        }
        try (TerminalProgress picture = new TerminalProgress(terminal.get(), plan, workplace.clock())) {
            return warehouse.during(() -> load.apply(plan, picture));
        }
    }

    private static int exitCode(LoadPlan plan) {
        LoadException failure = plan.failure();
        if (failure == null) {
            return ExitCode.OK;
        }
        return failure.kind() == LoadException.Kind.PERMANENT ? ExitCode.DATA : ExitCode.TRY_AGAIN;
    }

    /** Trying again helps unless a unit failed for good. */
    public static int exitCode(LoadReport report) {
        if (report.isComplete()) {
            return ExitCode.OK;
        }
        if (report.count(Outcome.INTERRUPTED) > 0) {
            return ExitCode.INTERRUPTED;
        }
        return failedForGood(report) ? ExitCode.DATA : ExitCode.TRY_AGAIN;
    }

    private static boolean failedForGood(LoadReport report) {
        return Stream.concat(
                        Stream.of(report).map(LoadReport::failure),
                        report.results().stream().map(UnitResult::failure))
                .anyMatch(failure -> failure != null && failure.kind() == LoadException.Kind.PERMANENT);
    }

    private static String text(LoadPlan plan) {
        return plan.units().noneMatch(planned -> planned.unit().regionId() == null)
                ? plan.toString()
                : plan
                        + String.format(
                                "Without a site: shifts whose position has none belong to no sub-region, and go to quarantine.%n");
    }

    /**
     * How it went.
     *
     * @param again whether what was loaded already was asked for, too: then the same command would begin anew
     */
    public static String text(LoadReport report, boolean again) {
        LoadCounts counts = report.counts();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d of %s loaded, %,d were loaded already, %,d failed, %,d not begun or stopped.%n"
                        + "Shifts: %,d new, %,d changed, %,d gone, %,d as before. %s read in %s, %,d in quarantine.%n",
                report.count(Outcome.LOADED),
                Count.of(report.planned(), "unit"),
                report.count(Outcome.SKIPPED),
                report.count(Outcome.FAILED),
                report.planned()
                        - report.count(Outcome.LOADED)
                        - report.count(Outcome.SKIPPED)
                        - report.count(Outcome.FAILED),
                counts.inserted(),
                counts.updated(),
                counts.deleted(),
                counts.unchanged(),
                Count.of(counts.read(), "record"),
                Count.of(counts.requests(), "request"),
                counts.quarantined()));
        report.results().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .forEach(result -> text.append(
                        String.format("  %s failed: %s%n", result.unit().title(), result.error())));
        if (report.failure() != null) {
            text.append(String.format(
                    "  What has changed in other periods is not known: %s%n",
                    report.failure().getMessage()));
        }
        if (!report.isComplete()) {
            text.append(String.format(
                    "What is loaded stays; %s%s.%n",
                    failedForGood(report) ? "mend what the sentences name, then " : "",
                    again && !left(report).isEmpty()
                            ? "load " + left(report) + " again for the rest"
                            : "run the same command again for the rest"));
        }
        return text.toString();
    }

    /** The periods with units that are left. */
    private static String left(LoadReport report) {
        List<String> periods = report.results().stream()
                .filter(result -> result.outcome() != Outcome.LOADED && result.outcome() != Outcome.SKIPPED)
                .map(result -> LoadMatrix.period(result.unit()))
                .distinct()
                .sorted()
                .toList();
        return periods.size() < 2 ? String.join("", periods) : periods.get(0) + ".." + periods.get(periods.size() - 1);
    }

    /** Where more is said of what failed. */
    private String details(LoadReport report) {
        return report.count(Outcome.FAILED) == 0 && report.failure() == null
                ? ""
                : workplace
                        .logFile()
                        .map(file -> String.format("Details: %s%n", file))
                        .orElse("");
    }

    private static Map<String, @Nullable Object> data(LoadPlan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("kind", plan.kind());
        data.put("units", plan.units().map(LoadRun::data).toList());
        data.put("error", error(plan.failure()));
        return data;
    }

    private static @Nullable String error(@Nullable LoadException failure) {
        return failure == null ? null : failure.getMessage();
    }

    private static Map<String, @Nullable Object> data(PlannedUnit planned) {
        Map<String, @Nullable Object> unit = new LinkedHashMap<>();
        unit.put("title", planned.unit().title());
        unit.put("periodId", planned.unit().periodId());
        unit.put("regionId", planned.unit().regionId());
        unit.put("from", planned.unit().window().from());
        unit.put("to", planned.unit().window().to());
        unit.put("state", planned.state());
        unit.put("isDue", planned.isDue());
        unit.put("loadedAt", planned.loadedAt());
        return unit;
    }

    public static Map<String, @Nullable Object> data(LoadReport report) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("kind", report.kind());
        data.put("planned", report.planned());
        for (Outcome outcome : Outcome.values()) {
            data.put(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
        }
        data.put("counts", data(report.counts()));
        data.put("units", report.results().stream().map(LoadRun::data).toList());
        data.put("error", error(report.failure()));
        return data;
    }

    private static Map<String, @Nullable Object> data(UnitResult result) {
        Map<String, @Nullable Object> unit = new LinkedHashMap<>();
        unit.put("title", result.unit().title());
        unit.put("periodId", result.unit().periodId());
        unit.put("regionId", result.unit().regionId());
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
