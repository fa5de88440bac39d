package io.fieldhouse.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.cli.config.ConfigurationTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    private Path home = Path.of("");

    @BeforeEach
    void at(@TempDir Path fresh) {
        home = fresh.resolve("not there yet");
    }

    private Answer init(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "init";
        System.arraycopy(args, 0, all, 1, args.length);
        return Typed.at(home).run(all);
    }

    @Test
    void fileIsWrittenWhereItIsLookedForAndOnlyItsOwnerCanReadIt() throws IOException {
        Answer answer = init();
        Path file = home.resolve("fieldhouse.yaml");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Wrote " + file, "fieldhouse doctor ").doesNotContain("--config");
        assertThat(Files.readString(file)).isEqualTo(ConfigurationTemplate.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Typed.at(home).run("config", "show").out()).contains("File " + file);
    }

    @Test
    void fileThatIsThereStays() throws IOException {
        Path file = Files.writeString(Files.createDirectories(home).resolve("fieldhouse.yaml"), "load: {workers: 3}");
        Answer answer = init();

        assertThat(answer.exitCode()).isEqualTo(73);
        assertThat(answer.err()).contains(file + " is there already", "--overwrite");
        assertThat(Files.readString(file)).isEqualTo("load: {workers: 3}");
        assertThat(home).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void fileThatIsThereIsReplacedOnRequest() throws IOException {
        Path file = Files.writeString(Files.createDirectories(home).resolve("fieldhouse.yaml"), "bogus: [");

        assertThat(init("--overwrite").exitCode()).isZero();
        assertThat(Files.readString(file)).isEqualTo(ConfigurationTemplate.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileGoesWhereConfigSaysAndTheNextCommandsSayIt() {
        Path file = home.resolve("another.yaml");
        Answer typed = init("--config", file.toString());
        Answer environment = Typed.at(home)
                .with("FIELDHOUSE_CONFIG", home.resolve("third.yaml").toString())
                .run("init");

        assertThat(typed.out()).contains("Wrote " + file, "fieldhouse doctor --config '" + file + "'");
        assertThat(file).exists();
        assertThat(environment.exitCode()).isZero();
        assertThat(home.resolve("third.yaml")).exists();
        assertThat(home.resolve("fieldhouse.yaml")).doesNotExist();
    }

    @Test
    void nextCommandsFindWhatWasTyped() {
        Path other = home.resolve("other");
        Answer answer = init("--home", other.toString(), "--set", "warehouse.url=jdbc:postgresql://h/db?password=word");

        assertThat(answer.out())
                .contains("fieldhouse doctor --home '" + other
                        + "' --set 'warehouse.url=jdbc:postgresql://h/db?password=***' ")
                .doesNotContain("--config");
    }

    @Test
    void dryRunShowsTheFileAndWritesNothing() {
        assertThat(init("--dry-run").out()).isEqualTo(ConfigurationTemplate.text());
        assertThat(home).doesNotExist();
    }

    @Test
    void folderThatCannotBeIsRefused() throws IOException {
        Path notAFolder = Files.createFile(home.resolveSibling("file"));
        Answer answer = init("--config", notAFolder.resolve("fieldhouse.yaml").toString());

        assertThat(answer.exitCode()).isEqualTo(73);
        assertThat(answer.err()).contains(notAFolder.toString()).contains("--config");
    }

    @Test
    void folderIsNotOverwritten() throws IOException {
        Files.createDirectories(home.resolve("fieldhouse.yaml"));

        assertThat(init("--overwrite").exitCode()).isEqualTo(73);
        assertThat(init().err()).contains("is a folder").doesNotContain("--overwrite");
        assertThat(home.resolve("fieldhouse.yaml")).isEmptyDirectory();
    }

    @Test
    void jsonSaysWhereItIs() throws IOException {
        assertThat(init("--json").json())
                .extractingByKey("data")
                .isEqualTo(Map.of("file", home.resolve("fieldhouse.yaml").toString(), "written", true));
    }
}
