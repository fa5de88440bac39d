package io.fieldhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    private Path home;

    private String out(String... args) {
        Answer answer = Typed.at(home).run(args);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }

    /** Every command, those below others included. */
    private static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>(Fieldhouse.commandLine(Map.of(), Clock.systemUTC())
                .getSubcommands()
                .values());
        List.copyOf(all).forEach(command -> all.addAll(command.getSubcommands().values()));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracktik load", "quarantine", "quarantine list", "reconcile show", "help"})
    void helpOfACommandIsWhatItsOptionShows(String command) {
        assertThat(out(("help " + command).split(" "))).isEqualTo(out((command + " --help").split(" ")));
    }

    @Test
    void helpAloneIsThatOfTheProgram() {
        assertThat(out("help")).isEqualTo(out("--help")).startsWith("Usage: fieldhouse [OPTIONS] [COMMAND]");
    }

    @ParameterizedTest
    @CsvSource({
        "help lod, There is no command lod. Did you mean: fieldhouse tracktik load?",
        "help quarantine shwo, There is no command shwo. Did you mean: fieldhouse quarantine show?",
        "help tracktik load last, fieldhouse tracktik load does not know what to do with last."
    })
    void helpOfWhatIsNoCommandNamesTheNearest(String line, String sentence) {
        Answer answer = Typed.at(home).run(line.split(" "));

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err()).startsWith(sentence);
    }

    @Test
    void everyCommandIsListedOnceUnderAHeading() {
        String help = out("--help");

        assertThat(help)
                .containsSubsequence(
                        "\nExamples:\n",
                        "\nGetting started:\n  demo ",
                        "\nLoad:\n  tracktik ",
                        "\nLook:\n  status ",
                        "\nMaintain:\n",
                        "\nOptions:\n");
        assertThat(Fieldhouse.commandLine(Map.of(), Clock.systemUTC())
                        .getSubcommands()
                        .keySet())
                .allSatisfy(name -> assertThat(help).containsOnlyOnce("\n  " + name + " "));
    }

    @Test
    void examplesComeBeforeOptionsAndOwnOptionsBeforeThoseOfEveryCommand() {
        assertThat(out("tracktik", "load", "--help"))
                .containsSubsequence(
                        "Load billing periods",
                        "Examples:",
                        "[PERIODS]",
                        "Options:",
                        "--again",
                        "Options of every command:",
                        "--json");
    }

    @Test
    void everyHelpTextStartsWithAnImperative() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(command.getCommandSpec()
                                .usageMessage()
                                .description()[0]
                                .split(" ", 2)[0])
                        .matches("[A-Z][a-z-]*[^s]"));
    }

    @Test
    void linesFitAnOrdinaryTerminal() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(
                                List.of(command.getCommandSpec().usageMessage().footer()))
                        .allSatisfy(line ->
                                assertThat(line.startsWith("  ") ? "" : line).hasSizeLessThanOrEqualTo(82)));
    }
}
