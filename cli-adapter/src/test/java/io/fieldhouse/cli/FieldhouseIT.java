package io.fieldhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class FieldhouseIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private record Outcome(int exitCode, String out, String err) {}

    @Test
    void migrateBringsADatabaseToTheCurrentVersion() {
        PGSimpleDataSource database = warehouse.server().createEmptyDatabase();
        try {
            Map<String, String> environment = environment(database.getUrl());

            Outcome first = run(environment, "migrate");
            assertThat(first.err()).isEmpty();
            assertThat(first.out()).startsWith("The warehouse went from version 0 to ");
            assertThat(first.exitCode()).isZero();

            Outcome second = run(environment, "migrate");
            assertThat(second.out()).startsWith("The warehouse is at version ");
            assertThat(second.exitCode()).isZero();
        } finally {
            warehouse.server().drop(database);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://somebody:secret-word@localhost/db",
                "jdbc:postgresql://localhost:5432?user=somebody&password=secret-word",
                "jdbc:postgresql://somebody:secret-word@localhost/db",
                "jdbc:postgresql://localhost:port/db?password=secret-word"
            })
    void addressThatIsNoneIsRefusedWithoutBeingRepeated(String address) throws Exception {
        Outcome outcome = run(environment(address), "migrate");

        assertRefused(
                outcome, 78, "FIELDHOUSE_WAREHOUSE_URL: warehouse.url is not the address of a PostgreSQL database");
    }

    @Test
    void nothingThatALibraryLogsReachesTheTerminal() throws Exception {
        // The driver warns of a port that there cannot be.
        String url = "jdbc:postgresql://localhost:99999/db?user=x&password=secret-word";
        Process process = CommandRun.process(Map.of("FIELDHOUSE_WAREHOUSE_URL", url), "migrate")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isPositive();
        assertThat(said).doesNotContain("secret-word");
        assertThat(said.strip()).doesNotContain("\n");
    }

    @Test
    void valueThatIsTypedByMistakeIsNotRepeated() {
        Outcome outcome = run(Map.of(), "migrate", "--password=secret-word");

        assertThat(outcome.exitCode()).isEqualTo(64);
        assertThat(outcome.err()).contains("--password").doesNotContain("secret-word");
    }

    @Test
    void databaseThatIsDownGivesOneLineWithoutThePassword() {
        Outcome outcome =
                run(environment("jdbc:postgresql://localhost:1/db?user=somebody&password=secret-word"), "migrate");

        assertRefused(outcome, 69, "The database cannot be reached");
    }

    @Test
    void whatIsSetBeforeTheCommandHoldsBesideWhatIsSetAfterIt(@TempDir Path home) {
        Typed.Answer answer = Typed.at(home)
                .run(
                        "--set",
                        "load.workers=7",
                        "config",
                        "--set",
                        "load.tries=5",
                        "show",
                        "--set",
                        "load.bad-share=0.5");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .containsPattern("load.workers +7 +--set")
                .containsPattern("load.tries +5 +--set")
                .containsPattern("load.bad-share +0.5 +--set");
    }

    @Test
    void mistypedCommandIsAnsweredWithTheNearestOne() {
        Outcome outcome = run(Map.of(), "migrat");

        assertThat(outcome.exitCode()).isEqualTo(64);
        assertThat(outcome.err()).contains("migrat").contains("Did you mean: fieldhouse migrate");
    }

    @Test
    void nothingTypedShowsTheHelp() {
        Outcome outcome = run(Map.of());

        assertThat(outcome.exitCode()).isEqualTo(64);
        assertThat(outcome.err()).contains("Usage: fieldhouse");
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb, false", "NO_COLOR, 1, false", "NO_COLOR, '', true", "TERM, xterm, true"})
    void colorsAreOffWhereTheEnvironmentSaysSo(String variable, String value, boolean mayHave) {
        CommandLine command = Fieldhouse.commandLine(Map.of(variable, value), Clock.systemUTC());

        assertThat(command.getSubcommands().values())
                .isNotEmpty()
                .allMatch(each -> each.getColorScheme().ansi() == (mayHave ? Ansi.AUTO : Ansi.OFF));
    }

    @Test
    void colorsAreOffOnRequest() {
        CommandLine command = Fieldhouse.commandLine(Map.of(), Clock.systemUTC());
        StringWriter out = new StringWriter();
        command.setOut(new PrintWriter(out));
        command.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.ON));

        command.execute("tracktik", "load", "--help");
        assertThat(out.toString()).contains("\u001b[");
        out.getBuffer().setLength(0);
        command.execute("tracktik", "load", "--help", "--no-color");
        assertThat(out.toString()).contains("Usage: fieldhouse tracktik load").doesNotContain("\u001b[");
    }

    private static void assertRefused(Outcome outcome, int exitCode, String line) {
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.err().strip()).startsWith(line).doesNotContain("\n").doesNotContain("secret-word");
        assertThat(outcome.out()).isEmpty();
    }

    private static Map<String, String> environment(String url) {
        return Map.of("FIELDHOUSE_WAREHOUSE_URL", url, "FIELDHOUSE_WAREHOUSE_USER", "postgres");
    }

    private static Outcome run(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fieldhouse.commandLine(environment, Clock.systemUTC());
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return new Outcome(command.execute(args), out.toString(), err.toString());
    }
}
