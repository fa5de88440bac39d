package io.fieldhouse.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The usual commands, to nobody: the launcher lets Java watch them once, and keep ready the classes that they need. Nothing is
 * read, written or reached.
 */
final class Rehearsal {
    private static final String NOWHERE = "--set=warehouse.url=jdbc:postgresql://localhost:1/nowhere";
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("--version"),
            List.of("status", "--help"),
            List.of("status", NOWHERE, "--set=tracktik.url=https://localhost:1/rest/v1/"),
            List.of("status", NOWHERE, "--json"),
            List.of("statis"));

    private Rehearsal() {}

    public static void main(String[] args) {
        for (List<String> command : COMMANDS) {
            CommandLine fieldhouse = Fieldhouse.commandLine(Map.of("FIELDHOUSE_HOME", "/nowhere"), Clock.systemUTC());
            fieldhouse.setOut(new PrintWriter(Writer.nullWriter()));
            fieldhouse.setErr(new PrintWriter(Writer.nullWriter()));
            fieldhouse.execute(command.toArray(String[]::new));
        }
    }
}
