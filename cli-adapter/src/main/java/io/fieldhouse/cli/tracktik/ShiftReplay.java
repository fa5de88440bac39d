package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.source.Connector.Replay;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay.Waiting;
import io.fieldhouse.etl.tracktik.shifts.QuarantinedShifts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Has the shifts in quarantine read again, and shows what that comes to. */
final class ShiftReplay {
    private static final String LINE = System.lineSeparator();

    private final Workplace workplace;
    private final boolean dryRun;

    ShiftReplay(Workplace workplace, boolean dryRun) {
        this.workplace = workplace;
        this.dryRun = dryRun;
    }

    Replay of(DataSource warehouse) {
        QuarantinedShifts quarantined = new QuarantinedShifts(new Database(warehouse));
        QuarantineReplay replay = dryRun ? quarantined.plan() : quarantined.mark();
        List<String> next = next(replay);
        return new Replay(text(replay, next), data(replay, next));
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
            text.append("No unit of TrackTik is to be read again.").append(LINE);
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

    private static Map<String, Object> data(QuarantineReplay replay, List<String> next) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("shifts", replay.shifts());
        data.put("units", replay.units().stream().map(ShiftReplay::data).toList());
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
