package io.fieldhouse.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationProblemsTest {
    private Path file = Path.of("");

    @BeforeEach
    void in(@TempDir Path folder) {
        file = folder.resolve("fieldhouse.yaml");
    }

    private List<String> problems(String text) throws IOException {
        return problems(Files.writeString(file, text), Map.of(), Map.of());
    }

    private static List<String> problems(
            @Nullable Path file, Map<String, String> environment, Map<String, String> typed) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.read(file, environment, typed));
        return String.valueOf(refused.getMessage()).lines().toList();
    }

    @Test
    void unknownKeyIsAnsweredWithTheNearest() throws IOException {
        assertThat(problems("load:\n  wokers: 3\n"))
                .containsExactly(file + " line 2: there is no setting load.wokers; load.workers?");
    }

    @Test
    void everyProblemIsSaidAtOnceWithItsLine() throws IOException {
        Files.writeString(file, "load:\n  workers: none\n  tries: 0\nbogus: 1\ncalendar: {zone: Mars/Olympus}\n");
        List<String> problems = problems(
                file,
                Map.of("FIELDHOUSE_LOAD_WOKERS", "3", "FIELDHOUSE_LOAD_BAD_SHARE", "5"),
                Map.of("tracktik.regio", "X"));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        file + " line 2: load.workers has to be a whole number of 1 or more.",
                        file + " line 3: load.tries has to be a whole number of 1 or more.",
                        file + " line 4: there is no setting bogus.",
                        file + " line 5: calendar.zone has to be a time zone, such as Pacific/Honolulu.",
                        "The environment: there is no variable FIELDHOUSE_LOAD_WOKERS, but FIELDHOUSE_LOAD_WORKERS.",
                        "FIELDHOUSE_LOAD_BAD_SHARE: load.bad-share has to be a share from 0 to 1, such as 0.05.",
                        "--set: there is no setting tracktik.regio; tracktik.region?");
    }

    @Test
    void everySettingOfAFileIsLookedAtAtOnceInItsOrder() throws IOException {
        assertThat(problems("""
                        reconcile:
                          site-by: street
                          encoding: latin-99
                          delimiter: pipe
                          dates: someday
                          decimal: dot
                        quality:
                          stopping: [no such rule]
                          longest-hours: 0
                        calendar:
                          first: P01
                          kind: fortnights
                        load: 4
                        warehouse: {url: nowhere}
                        tracktik:
                          url: http://example.com/rest/v1/
                          strategy: guess
                          bogus: 1
                        """))
                .extracting(problem -> problem.replace(file.toString(), "").replaceFirst("(: \\S+ \\S+ \\S+).*", "$1"))
                .containsExactly(
                        " line 2: reconcile.site-by has to",
                        " line 3: reconcile.encoding has to",
                        " line 4: reconcile.delimiter has to",
                        " line 5: reconcile.dates has to",
                        " line 6: reconcile.decimal has to",
                        " line 8: quality.stopping has a",
                        " line 9: quality.longest-hours has to",
                        " line 11: calendar.first has to",
                        " line 12: calendar.kind has to",
                        " line 13: load is a",
                        " line 14: warehouse.url is not",
                        " line 16: tracktik.url is not",
                        " line 17: tracktik.strategy has to",
                        " line 18: there is no");
    }

    @Test
    void whatIsSaidOfPeriodsHasToFit() throws IOException {
        assertThat(problems("calendar:\n  anchor: 2025-05-30\n  kind: months\n  first: 2025-P01\n"))
                .containsExactly(
                        file + " line 2: calendar.anchor has no meaning where calendar.kind is months: leave it out, or"
                                + " choose two-weeks or weeks.",
                        file
                                + " line 4: calendar.first: No period is called 2025-P01: periods of this calendar (months)"
                                + " are called such as 2025-M01.");
        assertThat(problems("calendar:\n  year-end-weekday: sunday\n  year-end-month: january\n  kind: weeks\n"))
                .containsExactly(
                        file + " line 2: calendar.year-end-weekday has no meaning where calendar.kind is weeks:"
                                + " leave it out, or choose 4-4-5.");
        assertThat(problems(
                        "calendar: {kind: 4-4-5, year-end-weekday: caturday, year-end-month: 1, year-end-nearest: no}"))
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("year-end-weekday has to be one of monday, tuesday,"),
                        problem -> assertThat(problem).contains("year-end-month has to be one of january, february,"),
                        problem -> assertThat(problem).contains("year-end-nearest has to be true or false."));
        Files.writeString(file, "calendar: {kind: months}");
        assertThat(Configuration.read(file, Map.of(), Map.of()).get(Settings.CALENDAR_KIND))
                .isEqualTo("months");
    }

    @Test
    void passwordInTheAddressIsRefusedWhereOthersSeeIt() throws IOException {
        String address = "jdbc:postgresql://localhost/db?user=me&password=secret-word";
        Files.writeString(file, "warehouse:\n  url: " + address + "\n");

        assertThat(problems(file, Map.of(), Map.of()))
                .singleElement()
                .asString()
                .startsWith(file + " line 2: warehouse.url holds a password, which does not belong there.")
                .contains("warehouse.password-file", "FIELDHOUSE_WAREHOUSE_PASSWORD")
                .doesNotContain("secret-word");
        assertThat(problems(null, Map.of(), Map.of("warehouse.url", address)))
                .singleElement()
                .asString()
                .startsWith("--set: warehouse.url holds a password")
                .doesNotContain("secret-word");
        assertThat(Configuration.read(null, Map.of("FIELDHOUSE_WAREHOUSE_URL", address), Map.of())
                        .get(Settings.WAREHOUSE_URL))
                .isEqualTo(address);
    }

    @Test
    void whatIsNoYamlIsSaidInWordsOfPeople() throws IOException {
        assertThat(problems("load:\n  workers: 3\n   tries: 4\n"))
                .containsExactly(
                        file + " line 3: this is not YAML. Look at the indentation, here and just above: settings"
                                + " stand below their section, all alike.");
        assertThat(problems("load:\n\tworkers: 3\n"))
                .containsExactly(file + " line 2: this is not YAML. Indent with blanks, where there is a tab.");
        assertThat(problems("load: {workers: 3\n"))
                .singleElement()
                .asString()
                .contains("Look for a quote or bracket that is not closed");
    }

    @Test
    void secretInTheFileOrTypedIsRefusedAndNotRepeated() throws IOException {
        Files.writeString(file, "tracktik:\n  password: secret-word\n");

        assertThat(problems(file, Map.of(), Map.of("warehouse.password", "secret-word")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).doesNotContain("secret-word"))
                .anySatisfy(problem -> assertThat(problem).startsWith(file + " line 2: Secrets do not belong"))
                .anySatisfy(problem -> assertThat(problem).startsWith("--set warehouse.password: everybody"));
    }

    @Test
    void fileOfASecretThatIsNotThereIsSaid() throws IOException {
        assertThat(problems("warehouse:\n  password-file: /nowhere/secret\n"))
                .containsExactly(
                        file + " line 2: /nowhere/secret, which it names for warehouse.password, cannot be read:"
                                + " it is not there.");
        assertThat(problems(null, Map.of("FIELDHOUSE_TRACKTIK_PASSWORD_FILE", "no such file"), Map.of()))
                .containsExactly("FIELDHOUSE_TRACKTIK_PASSWORD_FILE: "
                        + Path.of("no such file").toAbsolutePath()
                        + ", which it names for tracktik.password, cannot be read: it is not there.");
        assertThat(problems("warehouse:\n  password-file: .\n"))
                .singleElement()
                .asString()
                .endsWith(", which it names for warehouse.password, cannot be read: it is a folder.");
    }

    @Test
    void fileThatCannotHoldASecretIsSaid() throws IOException {
        Files.write(file.resolveSibling("latin"), new byte[] {'s', (byte) 0xe9});

        assertThat(problems("warehouse:\n  password-file: /dev/zero\n"))
                .singleElement()
                .asString()
                .endsWith(" is larger than 64 KiB, the limit for a secret.");
        assertThat(problems("warehouse:\n  password-file: latin\n"))
                .containsExactly(file + " line 2: " + file.resolveSibling("latin")
                        + ", which it names for warehouse.password, is not UTF-8: save it as that.");
    }

    @Test
    void variablesThatKubernetesSetsAreNobodysMistake() {
        Configuration configuration = Configuration.read(
                null,
                Map.of(
                        "FIELDHOUSE_SERVICE_HOST", "10.0.0.1",
                        "FIELDHOUSE_SERVICE_PORT_HTTP", "80",
                        "FIELDHOUSE_PORT", "tcp://10.0.0.1:80",
                        "FIELDHOUSE_PORT_80_TCP_ADDR", "10.0.0.1",
                        "FIELDHOUSE_TEST_DATABASE_URL", "jdbc:postgresql://localhost/postgres",
                        "FIELDHOUSE_LOAD_WORKERS", "3"),
                Map.of());

        assertThat(configuration.get(Settings.LOAD_WORKERS)).isEqualTo(3);
    }

    @Test
    void keyThatIsThereTwiceIsRefused() throws IOException {
        assertThat(problems("load:\n  workers: 3\n  workers: 4\n"))
                .containsExactly(file + " line 3: load.workers is there twice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "load: [",
                "load:\n\t- x",
                "a: b: c",
                "\"unfinished",
                "%bogus",
                "--- a\n--- b",
                "- x\n- y",
                "only words",
                "load: {workers: {deeper: 3}}",
                "load: [{workers: 3}]",
                "? [a, b]\n: c",
                "a: *nothing"
            })
    void whatIsNoYamlOrNoSettingsIsRefusedWithItsLine(String text) throws IOException {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem).startsWith(file.toString()).contains(" line "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*secret-word", "!secret-word!x", "%secret-word", "{secret-word", "@secret-word"})
    void wordsOfAFileThatIsNoYamlAreNotRepeated(String password) throws IOException {
        assertThat(problems("tracktik:\n  password: " + password + "\n"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain("secret-word"));
    }

    @Test
    void sectionThatContainsItselfIsRefused() throws IOException {
        assertThat(problems("load: &again\n  more: *again\n"))
                .singleElement()
                .asString()
                .startsWith(file + " line 2: an alias is not understood here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{b: "})
    void fileThatIsNestedWithoutAnEndIsRefused(String deeper) throws IOException {
        assertThat(problems("a: " + deeper.repeat(100_000))).hasSize(1);
    }

    @Test
    void markThatSomeEditorsBeginAFileWithIsNoProblem() throws IOException {
        Files.writeString(file, "\uFEFFload: {workers: 3}");

        assertThat(Configuration.read(file, Map.of(), Map.of()).get(Settings.LOAD_WORKERS))
                .isEqualTo(3);
    }

    @Test
    void fileThatIsMissingIsSaid() {
        assertThat(problems(file, Map.of(), Map.of())).containsExactly(file + " cannot be read: it is not there.");
    }

    @Test
    void folderInPlaceOfAFileIsSaid() throws IOException {
        Files.createDirectory(file);

        assertThat(problems(file, Map.of(), Map.of())).containsExactly(file + " cannot be read: it is a folder.");
    }

    @Test
    void fileThatMayNotBeReadIsSaid() throws IOException {
        // An administrator may read every file, but for what the kernel shows as one.
        Path memory = Path.of("/proc/self/mem");
        Path unreadable = Files.exists(memory)
                ? memory
                : Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("-w-------")));

        assertThat(problems(unreadable, Map.of(), Map.of()))
                .containsExactly(unreadable + " cannot be read: look at its permissions.");
    }

    @Test
    void fileThatIsNotUtf8IsSaid() throws IOException {
        Files.write(file, "tracktik: {region: Montréal}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(file, Map.of(), Map.of())).containsExactly(file + " is not UTF-8: save it as that.");
    }

    @Test
    void fileThatIsTooLargeIsNotRead() throws IOException {
        assertThat(problems("# " + "x".repeat(1 << 20)))
                .containsExactly(file + " is larger than 1 MB, the limit for a configuration file.");
    }

    @Test
    void fileThatNeverEndsIsNotReadToItsEnd() {
        Path endless = Path.of("/dev/zero");

        assertThat(problems(endless, Map.of(), Map.of()))
                .containsExactly(endless + " is larger than 1 MB, the limit for a configuration file.");
    }
}
