package io.fieldhouse.cli;

import io.fieldhouse.warehouse.WarehouseException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
        System.exit(commandLine(System.getenv()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Fieldhouse())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new MigrateCommand(environment))
                .setExecutionExceptionHandler((thrown, command, parsed) -> fail(thrown, command.getErr()))
                .setParameterExceptionHandler((thrown, args) -> {
                    PrintWriter err = thrown.getCommandLine().getErr();
                    // What stands behind an equals sign may be a secret that somebody typed.
                    err.println(String.valueOf(thrown.getMessage()).replaceAll("=[^\\s']*", "=..."));
                    CommandLine.UnmatchedArgumentException.printSuggestions(thrown, err);
                    return ExitCode.USAGE;
                });
    }

    private static int fail(Exception thrown, PrintWriter err) {
        if (thrown instanceof CommandException refused) {
            err.println(refused.getMessage());
            return refused.exitCode();
        }
        if (thrown instanceof WarehouseException warehouse) {
            err.println(warehouse.getMessage());
            return ExitCode.of(warehouse.kind());
        }
        // Where it happened, but not its words: nobody knows what they repeat.
        StackTraceElement[] trace = thrown.getStackTrace();
        err.println("This is a defect of fieldhouse, please report it: "
                + thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        return ExitCode.DEFECT;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Fieldhouse.class.getPackage().getImplementationVersion();
            return new String[] {"fieldhouse " + (version == null ? "(not packaged)" : version)};
        }
    }
}
