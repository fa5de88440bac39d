package io.fieldhouse.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    private Path folder = Path.of("");

    @BeforeEach
    void in(@TempDir Path fresh) {
        folder = fresh;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("fieldhouse.yaml"), text);
    }

    private static @Nullable String origin(Configuration configuration, Setting<?> setting) {
        return configuration.origin(setting).map(Configuration.Value::origin).orElse(null);
    }

    @Test
    void defaultsHoldWhereNothingIsSaid() {
        Configuration configuration = Configuration.read(null, Map.of(), Map.of());

        assertThat(configuration.get(Settings.LOAD_WORKERS)).isEqualTo(2);
        assertThat(origin(configuration, Settings.LOAD_WORKERS)).isEqualTo("default");
        assertThat(configuration.find(Settings.WAREHOUSE_URL)).isEmpty();
    }

    @Test
    void typedOverridesTheEnvironmentAndThatTheFile() throws IOException {
        Path file = file("load:\n  workers: 3\n  tries: 4\n  bad-share: 0.5\n");
        Configuration configuration = Configuration.read(
                file,
                Map.of("FIELDHOUSE_LOAD_WORKERS", "5", "FIELDHOUSE_LOAD_TRIES", "6"),
                Map.of("load.workers", "7"));

        assertThat(configuration.get(Settings.LOAD_WORKERS)).isEqualTo(7);
        assertThat(origin(configuration, Settings.LOAD_WORKERS)).isEqualTo("--set");
        assertThat(configuration.get(Settings.LOAD_TRIES)).isEqualTo(6);
        assertThat(origin(configuration, Settings.LOAD_TRIES)).isEqualTo("FIELDHOUSE_LOAD_TRIES");
        assertThat(configuration.get(Settings.LOAD_BAD_SHARE)).isEqualTo(0.5);
        assertThat(origin(configuration, Settings.LOAD_BAD_SHARE)).isEqualTo(file + " line 4");
    }

    @Test
    void retailYearEndsWhereItIsSaidTo() throws IOException {
        Path file = file("calendar: {kind: 4-4-5}");
        assertThat(lastDay(file, Map.of())).isEqualTo("2025-02-01");
        assertThat(lastDay(file, Map.of("calendar.year-end-month", "december"))).isEqualTo("2026-01-03");
        assertThat(lastDay(file, Map.of("calendar.year-end-month", "december", "calendar.year-end-nearest", "false")))
                .isEqualTo("2025-12-27");
        assertThat(lastDay(file, Map.of("calendar.year-end-weekday", "sunday"))).isEqualTo("2025-02-02");
    }

    private static String lastDay(Path file, Map<String, String> typed) {
        return TrackTikConfiguration.calendar(Configuration.read(file, Map.of(), typed))
                .labelled("2025-F12")
                .lastDay()
                .toString();
    }

    @Test
    void emptyVariableSaysNothing() throws IOException {
        Path file = file("load: {workers: 3}");
        Configuration configuration = Configuration.read(file, Map.of("FIELDHOUSE_LOAD_WORKERS", ""), Map.of());

        assertThat(configuration.get(Settings.LOAD_WORKERS)).isEqualTo(3);
    }

    @Test
    void secretInTheEnvironmentOverridesTheFileThatTheEnvironmentNamesAndThatTheOneThatTheFileNames()
            throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "first-secret\n");
        Path two = Files.writeString(folder.resolve("two"), "second-secret\n");
        Path file = file("warehouse:\n  password-file: " + one);
        Map<String, String> named = Map.of("FIELDHOUSE_WAREHOUSE_PASSWORD_FILE", two.toString());
        Map<String, String> given = Map.of(
                "FIELDHOUSE_WAREHOUSE_PASSWORD_FILE", two.toString(), "FIELDHOUSE_WAREHOUSE_PASSWORD", "third-secret");

        assertThat(Configuration.read(file, Map.of(), Map.of()).get(Settings.WAREHOUSE_PASSWORD))
                .isEqualTo("first-secret");
        assertThat(Configuration.read(file, named, Map.of()).get(Settings.WAREHOUSE_PASSWORD))
                .isEqualTo("second-secret");
        assertThat(Configuration.read(file, given, Map.of()).get(Settings.WAREHOUSE_PASSWORD))
                .isEqualTo("third-secret");
        assertThat(origin(Configuration.read(file, Map.of(), Map.of()), Settings.WAREHOUSE_PASSWORD))
                .isEqualTo(file + " line 2, the file it names");
    }

    @Test
    void fileOfASecretThatIsTypedOverridesTheEnvironment() throws IOException {
        Path secret = Files.writeString(folder.resolve("typed"), "typed-word\n");
        Configuration configuration = Configuration.read(
                null,
                Map.of("FIELDHOUSE_TRACKTIK_PASSWORD", "another-word"),
                Map.of("tracktik.password-file", secret.toString()));

        assertThat(configuration.get(Settings.TRACKTIK_PASSWORD)).isEqualTo("typed-word");
        assertThat(origin(configuration, Settings.TRACKTIK_PASSWORD)).startsWith("--set");
    }

    @Test
    void fileOfASecretIsLookedForBesideTheFileThatNamesIt() throws IOException {
        Files.writeString(folder.resolve("secret"), "beside\n");
        Path file = file("warehouse: {password-file: secret}");
        Configuration configuration =
                Configuration.read(Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()), Map.of(), Map.of());

        assertThat(configuration.get(Settings.WAREHOUSE_PASSWORD)).isEqualTo("beside");
    }

    @Test
    void secretIsAllOfItsFileButForALineEnd() throws IOException {
        assertThat(secretOf(" two blanks \n")).isEqualTo(" two blanks ");
        assertThat(secretOf("dos\r\n")).isEqualTo("dos");
        assertThat(secretOf("two\n\n")).isEqualTo("two\n");
        assertThat(secretOf("no end")).isEqualTo("no end");
        assertThat(secretOf("\uFEFFmark\n")).isEqualTo("mark");
    }

    private String secretOf(String text) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), text);
        return Configuration.read(null, Map.of(), Map.of("warehouse.password-file", secret.toString()))
                .get(Settings.WAREHOUSE_PASSWORD);
    }

    @Test
    void filesOfSecretsThatOthersMayReadAreKnown() throws IOException {
        Path open = Files.writeString(folder.resolve("open"), "x");
        Path mine = Files.writeString(folder.resolve("mine"), "y");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-------"));
        Path file = file("warehouse: {password-file: open}\ntracktik: {password-file: mine}");

        assertThat(Configuration.read(file, Map.of(), Map.of()).exposed()).containsExactly(open);
    }

    @Test
    void listBecomesItsItems() throws IOException {
        Path file = file("quality:\n  stopping: [overlapping shifts, missing clock-out]\n");

        assertThat(Configuration.read(file, Map.of(), Map.of()).get(Settings.QUALITY_STOPPING))
                .containsExactly("overlapping shifts", "missing clock-out");
    }

    @Test
    void secretsAreShownMaskedAndAddressesWithoutTheirPasswords() {
        Configuration configuration = Configuration.read(
                null,
                Map.of(
                        "FIELDHOUSE_TRACKTIK_PASSWORD", "secret-word",
                        "FIELDHOUSE_WAREHOUSE_URL",
                                "jdbc:postgresql://localhost/db?user=me&password=secret-word&sslPassword=secret-word"),
                Map.of());

        assertThat(configuration.shown(Settings.TRACKTIK_PASSWORD)).contains("***");
        assertThat(configuration.shown(Settings.WAREHOUSE_URL))
                .contains("jdbc:postgresql://localhost/db?user=me&password=***&sslPassword=***");
        assertThat(Settings.shown("tracktik.url", "https://me:secret-word@example.test/rest/v1/"))
                .isEqualTo("https://***@example.test/rest/v1/");
        assertThat(configuration.origin(Settings.TRACKTIK_PASSWORD).orElseThrow())
                .asString()
                .doesNotContain("secret-word");
    }

    @Test
    void valueThatIsAskedForIsOneMore() {
        Configuration before = Configuration.read(null, Map.of(), Map.of());
        Configuration after = before.with(Settings.TRACKTIK_PASSWORD, "secret-word");

        assertThat(after.get(Settings.TRACKTIK_PASSWORD)).isEqualTo("secret-word");
        assertThat(origin(after, Settings.TRACKTIK_PASSWORD)).isEqualTo("asked for");
        assertThat(before.find(Settings.TRACKTIK_PASSWORD)).isEmpty();
    }

    @Test
    void whatIsNeededAndMissingSaysWhereToPutIt() {
        Configuration configuration = Configuration.read(null, Map.of(), Map.of());

        assertThatThrownBy(() -> configuration.get(Settings.TRACKTIK_URL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FIELDHOUSE_TRACKTIK_URL");
        assertThatThrownBy(() -> configuration.get(Settings.TRACKTIK_PASSWORD))
                .hasMessageContaining("FIELDHOUSE_TRACKTIK_PASSWORD")
                .hasMessageContaining("tracktik.password-file");
    }
}
