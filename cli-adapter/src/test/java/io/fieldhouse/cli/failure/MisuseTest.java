package io.fieldhouse.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisuseTest {
    private Typed typed = Typed.at(Path.of(""));

    @BeforeEach
    void atNobodysHome(@TempDir Path home) {
        typed = Typed.at(home);
    }

    @ParameterizedTest
    @CsvSource({
        "lod, fieldhouse tracktik load",
        "laod, fieldhouse tracktik load",
        "doktor, fieldhouse doctor",
        "sttaus, fieldhouse status",
        "Migrate, fieldhouse migrate",
        "config shwo, fieldhouse config show"
    })
    void mistypedCommandIsAnsweredWithTheNearest(String mistyped, String meant) {
        Answer answer = typed.run(mistyped.split(" "));

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err()).contains("There is no command ", "Did you mean: " + meant + "?");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--dryrun, --dry-run", "--regon, --region", "--jsno, --json", "--agian, --again"})
    void mistypedOptionIsAnsweredWithTheNearest(String mistyped, String meant) {
        assertThat(typed.run("tracktik", "load", mistyped).err())
                .startsWith("There is no option " + mistyped + ". Did you mean: " + meant + "?")
                .contains("See fieldhouse tracktik load --help.");
    }

    @Test
    void whatResemblesNothingIsAnsweredWithoutASuggestion() {
        assertThat(typed.run("xylophone").err())
                .startsWith("There is no command xylophone.")
                .doesNotContain("mean");
        assertThat(typed.run("tracktik", "load", "-x").err())
                .startsWith("There is no option -x.")
                .doesNotContain("mean");
    }

    @ParameterizedTest
    @CsvSource({
        "tracktik backfill --workers 0, --workers is a number of 1 or more.",
        "demo --scale 0, --scale is a number from 1 to 1000.",
        "quality --limit 0, --limit is a number of 1 or more.",
        "quarantine list --limit 0, --limit is a number of 1 or more."
    })
    void valueThatNobodyCanMeanIsRefusedByTheOptionsName(String line, String sentence) {
        Answer answer = typed.run(line.split(" "));

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err().strip()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "quarantine show abc | ID is a whole number, not 'abc'.",
                "quarantine show | ID is a whole number.",
                "demo --scale x | --scale is a whole number, not 'x'.",
                "quality --limit 9999999999 | --limit is a whole number, not '9999999999'.",
                "sync monthly | RANGE is one of daily, weekly, not 'monthly'.",
                "tracktik load --again -r | --region takes a value: --region REGION.",
                "tracktik load -r --again | --region takes a value: --region REGION.",
                "quarantine list --feed | --feed takes a value: --feed FEED.",
                "export a b | fieldhouse export does not know what to do with b.",
                "reconcile sites.csv b | fieldhouse reconcile does not know what to do with b.",
                "reconcile shwo 1 | There is no command shwo. Did you mean: fieldhouse reconcile show?"
            })
    void whatWasTypedWronglyIsAnsweredInWordsOfPeople(String line, String sentence) {
        Answer answer = typed.run(line.split(" "));

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err()).startsWith(sentence + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "demo", "export --list", "database", "migrate", "doctor", "init"})
    void dataFolderThatCannotBeOneEndsEveryCommandAlike(String line, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Answer answer = Typed.at(file).run(line.split(" "));

        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(73);
        assertThat(answer.out() + answer.err()).contains(file + " is a file");
    }

    @Test
    void everyMistypedOptionIsNamedAtOnce() {
        assertThat(typed.run("tracktik", "load", "--dryrun", "--agian").err()).contains("--dry-run?", "--again?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate --password=secret-word",
                "migrate --password secret-word",
                "migrate -psecret-word",
                "--set tracktik.password:secret-word status",
                "status --set secret-word"
            })
    void valuesThatMayBeSecretAreNotRepeated(String line) throws IOException {
        Answer text = typed.run(line.split(" "));
        Answer json = typed.run((line + " --json").split(" "));

        assertThat(text.exitCode()).isEqualTo(64);
        assertThat(text.err()).isNotBlank().doesNotContain("secret-word");
        assertThat(json.json()).containsKey("error");
        assertThat(json.out()).doesNotContain("secret-word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status --set", "status --set --quiet", "status --set load.workers", "status --set =3"})
    void setWithoutAValueSaysWhatItTakes(String line) {
        assertThat(typed.run(line.split(" ")).err())
                .startsWith("--set takes a key and a value, such as --set load.workers=4.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statsu --json", "--json statsu", "status --bogus --json", "status --set --json"})
    void mistakesAreAnsweredInJsonWhereThatIsAskedFor(String line) throws IOException {
        Answer answer = typed.run(line.split(" "));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.json()).containsEntry("fieldhouse", 1.0).containsEntry("exitCode", 64.0);
        assertThat(answer.json()).extractingByKey("error").isInstanceOfSatisfying(Map.class, error -> {
            assertThat(error.get("kind")).isEqualTo("refused");
            assertThat((List<?>) error.get("messages")).isNotEmpty();
        });
    }

    @Test
    void commandWithoutItsPartShowsItsHelp() throws IOException {
        assertThat(typed.run("config").err()).contains("Usage: fieldhouse config", "show");
        assertThat(typed.run("config").exitCode()).isEqualTo(64);
        assertThat(typed.run("config", "--json").json())
                .containsEntry("command", "config")
                .extractingByKey("error")
                .asString()
                .contains("Name its command: show.");
        assertThat(typed.run("--json").json())
                .containsEntry("command", "fieldhouse")
                .containsKey("error");
    }

    @Test
    void failuresAreNamedByTheWholeCommand() throws IOException {
        assertThat(typed.run("config", "show", "--json", "--set", "load.workers=none")
                        .json())
                .containsEntry("command", "config show")
                .containsEntry("exitCode", 78.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tracktik", "tracktik load", "sync", "config", "config show", "doctor", "init", "completion"
            })
    void everyCommandHasHelp(String command) {
        Answer answer = typed.run((command + " --help").strip().split(" "));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).startsWith(("Usage: fieldhouse " + command).strip());
    }
}
