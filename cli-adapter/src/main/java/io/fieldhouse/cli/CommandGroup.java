package io.fieldhouse.cli;

import io.fieldhouse.cli.demo.DemoCommand;
import io.fieldhouse.cli.doctor.DoctorCommand;
import io.fieldhouse.cli.export.ExportCommand;
import io.fieldhouse.cli.load.SyncCommand;
import io.fieldhouse.cli.quality.QualityCommand;
import io.fieldhouse.cli.quality.QuarantineCommands;
import io.fieldhouse.cli.reconcile.ReconcileCommand;
import io.fieldhouse.cli.setup.CompletionCommand;
import io.fieldhouse.cli.setup.ConfigCommand;
import io.fieldhouse.cli.setup.DatabaseCommand;
import io.fieldhouse.cli.setup.HelpCommand;
import io.fieldhouse.cli.setup.InitCommand;
import io.fieldhouse.cli.setup.MigrateCommand;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.status.StatusCommand;
import io.fieldhouse.cli.tracktik.TrackTikCommand;
import io.fieldhouse.cli.workplace.Workplace;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands, under the headings by which help lists them. */
record CommandGroup(String heading, List<CommandLine> commands) {
    static List<CommandGroup> all(Workplace workplace, Sources sources) {
        return List.of(
                of(
                        "Getting started",
                        new DemoCommand(workplace),
                        new InitCommand(workplace),
                        new DoctorCommand(workplace, sources)),
                of("Load", TrackTikCommand.commandLine(workplace, sources), new SyncCommand(workplace, sources)),
                of(
                        "Look",
                        new StatusCommand(workplace, sources),
                        new QualityCommand(workplace, sources),
                        QuarantineCommands.commandLine(workplace, sources),
                        ReconcileCommand.commandLine(workplace, sources),
                        new ExportCommand(workplace, sources)),
                of(
                        "Maintain",
                        new CommandLine(new ConfigCommand(workplace)).addSubcommand(new ConfigCommand.Show(workplace)),
                        new MigrateCommand(workplace),
                        new DatabaseCommand(workplace),
                        new CompletionCommand(workplace),
                        new HelpCommand()));
    }

    private static CommandGroup of(String heading, Object... commands) {
        return new CommandGroup(
                heading,
                Stream.of(commands)
                        .map(command -> command instanceof CommandLine made ? made : new CommandLine(command))
                        .toList());
    }

    List<String> names() {
        return commands.stream().map(CommandLine::getCommandName).toList();
    }
}
