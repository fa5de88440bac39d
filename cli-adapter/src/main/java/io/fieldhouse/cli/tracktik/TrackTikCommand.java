package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that load what is asked of TrackTik. */
@Command(
        name = "tracktik",
        description = "Load billing periods from TrackTik, and show what there is to load.",
        footer = {
            "",
            "Examples:",
            "  fieldhouse tracktik regions",
            "  fieldhouse tracktik plan 2025-P01..last",
            "  fieldhouse tracktik load last",
            "  fieldhouse tracktik backfill"
        })
public final class TrackTikCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TrackTikCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    public static CommandLine commandLine(Workplace workplace, Sources sources) {
        return new CommandLine(new TrackTikCommand(workplace))
                .addSubcommand(new RegionsCommand(workplace))
                .addSubcommand(new LoadCommands.Plan(workplace, sources))
                .addSubcommand(new LoadCommands.Load(workplace, sources))
                .addSubcommand(new LoadCommands.Backfill(workplace, sources));
    }

    @Override
    public Integer call() {
        return workplace.output(spec).help(spec.commandLine());
    }
}
