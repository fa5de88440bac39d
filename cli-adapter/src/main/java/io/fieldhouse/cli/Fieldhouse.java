package io.fieldhouse.cli;

import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Failure;
import io.fieldhouse.cli.failure.Misuse;
import io.fieldhouse.cli.output.OutputFile;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.tracktik.TrackTikConnector;
import io.fieldhouse.cli.workplace.GlobalOptions;
import io.fieldhouse.cli.workplace.Prompt;
import io.fieldhouse.cli.workplace.Workplace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code fieldhouse} command. */
@Command(
        name = "fieldhouse",
        description = "Load TrackTik into a PostgreSQL warehouse.",
        footer = {
            "",
            "Examples:",
            "  fieldhouse demo                       try invented data, without an account",
            "  fieldhouse init                       start a configuration of your own",
            "  fieldhouse doctor                     check what is missing",
            "  fieldhouse tracktik load last         load the last completed billing period"
        },
        versionProvider = Fieldhouse.Version.class)
public final class Fieldhouse implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    boolean version;

    private final Workplace workplace;

    private Fieldhouse(Map<String, String> environment, Clock clock, @Nullable Prompt prompt) {
        workplace = new Workplace(environment, options, clock, prompt);
    }

    /** The sources that there are. */
    static List<Connector> connectors(Workplace workplace) {
        return List.of(new TrackTikConnector(workplace));
    }

    @Override
    public Integer call() {
        return workplace.output(spec).help(spec.commandLine());
    }

    public static void main(String[] args) {
        // The same words and numbers for everybody, those of libraries included.
        Locale.setDefault(Locale.ROOT);
        // And the same bytes, whatever locale a scheduler starts it in: JSON is UTF-8, and so are names.
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = commandLine(System.getenv(), Clock.systemUTC(), Prompt.atTerminal(), Fieldhouse::connectors)
                .setOut(out)
                .setErr(err)
                .execute(args);
        System.exit(exitCode == ExitCode.OK && out.checkError() ? unwritten(err) : exitCode);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** What nobody can read was not done. */
    private static int unwritten(PrintWriter err) {
        CommandException why = OutputFile.unwritten(null);
        String.valueOf(why.getMessage()).lines().forEach(err::println);
        return why.exitCode();
    }

    /** The command where there is nobody to ask. */
    static CommandLine commandLine(Map<String, String> environment, Clock clock) {
        return commandLine(environment, clock, null, Fieldhouse::connectors);
    }

    static CommandLine commandLine(
            Map<String, String> environment,
            Clock clock,
            @Nullable Prompt prompt,
            Function<Workplace, List<Connector>> connectors) {
        Fieldhouse fieldhouse = new Fieldhouse(environment, clock, prompt);
        Workplace workplace = fieldhouse.workplace;
        CommandLine program = new CommandLine(fieldhouse);
        Sources sources = new Sources(workplace, connectors.apply(workplace));
        List<CommandGroup> groups = CommandGroup.all(workplace, sources);
        groups.forEach(group -> group.commands().forEach(program::addSubcommand));
        HelpLayout.apply(program, groups);
        return program.setColorScheme(CommandLine.Help.defaultColorScheme(
                        "dumb".equals(environment.get("TERM"))
                                        || !environment
                                                .getOrDefault("NO_COLOR", "")
                                                .isEmpty()
                                ? CommandLine.Help.Ansi.OFF
                                : CommandLine.Help.Ansi.AUTO))
                .setExecutionStrategy(fieldhouse::execute)
                .setExecutionExceptionHandler((thrown, failed, parsed) -> {
                    Failure failure = workplace.failure(thrown);
                    return workplace
                            .output(failed.getCommandSpec())
                            .failure(
                                    Misuse.name(failed),
                                    failure.exitCode(),
                                    failure.kind(),
                                    failure.message() + sources.advice(thrown));
                })
                .setParameterExceptionHandler((thrown, args) -> {
                    // The mistake may stand before the option.
                    if (List.of(args).contains("--json")) {
                        fieldhouse.options.requestJson();
                    }
                    return workplace
                            .output(thrown.getCommandLine().getCommandSpec())
                            .failure(
                                    Misuse.name(thrown.getCommandLine()),
                                    ExitCode.USAGE,
                                    "refused",
                                    Misuse.message(thrown));
                });
    }

    private int execute(ParseResult parsed) {
        if (options.isWithoutColor()) {
            spec.commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        List<CommandLine> commands = parsed.asCommandLineList();
        CommandLine command = commands.get(commands.size() - 1);
        workplace.log(command.getCommandSpec());
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new CommandLine.ExecutionException(command, "Unexpected error", e);
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Fieldhouse.class.getPackage().getImplementationVersion();
            return new String[] {"fieldhouse " + (version == null ? "(not packaged)" : version)};
        }
    }
}
