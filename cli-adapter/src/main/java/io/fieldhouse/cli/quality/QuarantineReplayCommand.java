package io.fieldhouse.cli.quality;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.tracktik.Periods;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay.Waiting;
import io.fieldhouse.etl.tracktik.shifts.QuarantinedShifts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Re-read the units of quarantined shifts.",
        footer = {
            "",
            "First fix the cause in TrackTik. Shifts that load afterwards leave quarantine by",
            "themselves.",
            "Other feeds need no replay: each load reads them, or their unit, again.",
            "",
            "Examples:",
            "  fieldhouse quarantine replay --dry-run",
            "  fieldhouse quarantine replay"
        })
final class QuarantineReplayCommand implements Callable<Integer> {
    private static final String LINE = System.lineSeparator();

    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dry-run", description = "Show the units, without marking them.")
    private boolean dryRun;

    QuarantineReplayCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.existing(output)) {
            QuarantinedShifts quarantined = new QuarantinedShifts(new Database(warehouse.database()));
            QuarantineReplay replay = dryRun ? quarantined.plan() : quarantined.mark();
            List<String> next = next(replay);
            return output.result("quarantine replay", ExitCode.OK, text(replay, next), data(replay, next));
        }
    }

    /** What loads them: a command for each period, newest first. */
    private List<String> next(QuarantineReplay replay) {
        Periods periods = Periods.of(workplace);
        return replay.units().stream()
                .map(unit -> "fieldhouse tracktik load " + unit.period()
                        + (unit.lastDay().isAfter(periods.last().lastDay()) ? " --open" : "")
                        + workplace.again())
                .distinct()
                .toList();
    }

    private String text(QuarantineReplay replay, List<String> next) {
        StringBuilder text = new StringBuilder();
        if (replay.units().isEmpty()) {
            text.append("No unit is to be read again.").append(LINE);
        } else {
            long loaded = replay.units().stream().filter(Waiting::isLoaded).count();
            text.append(String.format(
                    Locale.ROOT,
                    "%s in quarantine: in %s. %,d of these units %s to be read again%s.%n%n",
                    Count.of(replay.shifts(), "shift"),
                    Count.of(replay.units().size(), "unit"),
                    loaded,
                    dryRun ? "would be marked" : loaded == 1 ? "is marked" : "are marked",
                    loaded == replay.units().size() ? "" : "; the others are not loaded yet, or just being loaded"));
            TextTable table = new TextTable("unit", "was", "shifts");
            replay.units().forEach(unit -> table.row(unit.period() + " " + region(unit), unit.state(), unit.shifts()));
            text.append(table).append(LINE).append("Run next:").append(LINE);
            next.forEach(command -> text.append("  ").append(command).append(LINE));
        }
        if (replay.units().stream().anyMatch(Waiting::isUnderWay)) {
            text.append("Run this again when what is being loaded is done: it may have been read too early.")
                    .append(LINE);
        }
        if (replay.withoutUnit() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d shifts belong to no unit, since their positions have no site that is loaded. Give them one in"
                            + " TrackTik,%nrun 'fieldhouse sync daily%s', which reads the positions, and then this again.%n",
                    replay.withoutUnit(),
                    workplace.again()));
        }
        if (replay.withoutKey() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "Of %,d shifts not even the id could be read: they stay in quarantine, whether they are loaded or"
                            + " not.%n",
                    replay.withoutKey()));
        }
        return text.toString();
    }

    private Map<String, Object> data(QuarantineReplay replay, List<String> next) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dryRun", dryRun);
        data.put("shifts", replay.shifts());
        data.put(
                "units",
                replay.units().stream().map(QuarantineReplayCommand::data).toList());
        data.put("withoutUnit", replay.withoutUnit());
        data.put("withoutKey", replay.withoutKey());
        data.put("next", next);
        return data;
    }

    private static Map<String, @Nullable Object> data(Waiting unit) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("unitId", unit.unitId());
        data.put("period", unit.period());
        data.put("regionId", unit.regionId());
        data.put("region", unit.region());
        data.put("was", unit.state());
        data.put("shifts", unit.shifts());
        return data;
    }

    private static String region(Waiting unit) {
        return unit.region() == null ? String.valueOf(unit.regionId()) : unit.region();
    }
}
