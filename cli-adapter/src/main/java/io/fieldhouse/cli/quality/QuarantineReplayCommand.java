package io.fieldhouse.cli.quality;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.Connector.Replay;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Re-read the units of quarantined records.",
        footer = {
            "",
            "First fix the cause in the source. Records that load afterwards leave",
            "quarantine by themselves.",
            "Of TrackTik only shifts need a replay: each load reads the other feeds, or",
            "their unit, again.",
            "",
            "Examples:",
            "  fieldhouse quarantine replay --dry-run",
            "  fieldhouse quarantine replay"
        })
final class QuarantineReplayCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dry-run", description = "Show the units, without marking them.")
    private boolean dryRun;

    QuarantineReplayCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.existing(output)) {
            Map<String, Replay> replays = new LinkedHashMap<>();
            for (Connector source : sources.all()) {
                replays.put(source.name(), source.replay(warehouse.database(), dryRun));
            }
            String text =
                    replays.values().stream().map(Replay::text).collect(Collectors.joining(System.lineSeparator()));
            Map<String, Object> found = new LinkedHashMap<>();
            replays.forEach((source, replay) -> found.put(source, replay.data()));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("dryRun", dryRun);
            data.put("sources", found);
            return output.result("quarantine replay", ExitCode.OK, text, data);
        }
    }
}
