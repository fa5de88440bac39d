package io.fieldhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page of commands is what the commands say. With -Dfieldhouse.regenerate it is brought into step. */
class CommandsPageTest {
    private static final boolean REGENERATE = System.getProperty("fieldhouse.regenerate") != null;
    private static final Path PAGE = Path.of("../docs/commands.md");

    private static CommandLine program() {
        return Fieldhouse.commandLine(Map.of(), Clock.systemUTC());
    }

    @Test
    void pageIsWhatTheCommandsSay() throws IOException {
        String made = new CommandsPage(program()).markdown();
        if (REGENERATE) {
            Files.writeString(PAGE, made);
        }

        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/commands.md is not what the commands say: run mvn verify -Dfieldhouse.regenerate and commit it.")
                .isEqualTo(made);
    }

    @Test
    void everyCommandHasAnExampleThatBeginsWithItsName() {
        program().getSubcommands().values().forEach(CommandsPageTest::requireExample);
    }

    private static void requireExample(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            assertThat(command.getCommandSpec().usageMessage().footer())
                    .as(command.getCommandName())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("  ")
                            .contains(command.getCommandSpec().qualifiedName(" ")));
        }
        command.getSubcommands().values().forEach(CommandsPageTest::requireExample);
    }

    @Test
    void examplesAreUnderstood() {
        requireUnderstood(program());
    }

    /** As far as the shell's own signs. */
    private static void requireUnderstood(CommandLine command) {
        for (String line : command.getCommandSpec().usageMessage().footer()) {
            String typed = line.strip().replaceFirst("^source <\\(|   .*", "").replaceFirst("( [|>]|\\)).*", "");
            if (line.startsWith("  fieldhouse ") || line.startsWith("  source <(fieldhouse ")) {
                program().parseArgs(words(typed.substring("fieldhouse ".length())));
            }
        }
        command.getSubcommands().values().forEach(CommandsPageTest::requireUnderstood);
    }

    private static String[] words(String typed) {
        return Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(typed)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }
}
