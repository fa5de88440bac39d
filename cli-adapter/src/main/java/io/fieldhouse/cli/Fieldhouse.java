package io.fieldhouse.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code fieldhouse} command. */
@Command(
        name = "fieldhouse",
        description = "TrackTik and ServiceTitan in one PostgreSQL warehouse.",
        mixinStandardHelpOptions = true,
        versionProvider = Fieldhouse.Version.class)
public final class Fieldhouse implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    private Fieldhouse() {}

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    public static void main(String[] args) {
        // The driver logs addresses, passwords included, before anybody can stop it.
        Logger.getLogger("org.postgresql").setLevel(Level.OFF);
        // The same words and numbers for everybody, those of libraries included.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine(System.getenv(), Clock.systemUTC()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment, Clock clock) {
        Fieldhouse fieldhouse = new Fieldhouse();
        Workplace workplace = new Workplace(environment, fieldhouse.options, clock);
        return new CommandLine(fieldhouse)
                .addSubcommand(new DemoCommand(workplace))
                .addSubcommand(new MigrateCommand(workplace))
                .addSubcommand(new RegionsCommand(workplace))
                .addSubcommand(new LoadCommands.Plan(workplace))
                .addSubcommand(new LoadCommands.Load(workplace))
                .addSubcommand(new LoadCommands.Backfill(workplace))
                .addSubcommand(new LoadCommands.Sync(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new DatabaseCommand(workplace))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        "dumb".equals(environment.get("TERM"))
                                ? CommandLine.Help.Ansi.OFF
                                : CommandLine.Help.Ansi.AUTO))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    Failure failure = Failure.of(thrown);
                    return workplace
                            .output(command.getCommandSpec())
                            .failure(command.getCommandName(), failure.exitCode(), failure.kind(), failure.message());
                })
                .setParameterExceptionHandler((thrown, args) -> {
                    PrintWriter err = thrown.getCommandLine().getErr();
                    // What stands behind an equals sign may be a secret that somebody typed.
                    err.println(String.valueOf(thrown.getMessage()).replaceAll("=[^\\s']*", "=..."));
                    CommandLine.UnmatchedArgumentException.printSuggestions(thrown, err);
                    return ExitCode.USAGE;
                });
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Fieldhouse.class.getPackage().getImplementationVersion();
            return new String[] {"fieldhouse " + (version == null ? "(not packaged)" : version)};
        }
    }
}
