package io.fieldhouse.cli;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What a command said, on the first of July 2025: 2025-P13 is the last completed period. */
public record CommandRun(int exitCode, String out, String err) {
    private static final Clock FIRST_OF_JULY = Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    /** An environment that knows a warehouse, and nothing of the user's. */
    public static Map<String, String> environment(TestWarehouse warehouse, Path home) {
        return Map.of(
                "FIELDHOUSE_HOME",
                home.toString(),
                "FIELDHOUSE_WAREHOUSE_URL",
                warehouse.database().getUrl(),
                "FIELDHOUSE_WAREHOUSE_USER",
                "postgres");
    }

    /** Runs a command in this process. */
    public static CommandRun of(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fieldhouse.commandLine(environment, FIRST_OF_JULY);
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return new CommandRun(command.execute(args), out.toString(), err.toString());
    }

    /** Starts a command in a process of its own, today. */
    public static Process start(Map<String, String> environment, String... args) throws IOException {
        return process(environment, args).start();
    }

    /** The same before it is started. */
    public static ProcessBuilder process(Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Fieldhouse.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FIELDHOUSE_"));
        builder.environment().putAll(environment);
        return builder;
    }
}
