package io.fieldhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void lookingMakesNothing() {
        Path home = folder.resolve("not there yet");
        Answer answer = Typed.at(home).run("doctor");

        assertThat(answer.out())
                .contains("ok       Data folder: " + home + ", which is made when it is needed")
                .contains("ok       Warehouse: an embedded PostgreSQL, which is made when it is first needed");
        assertThat(home).doesNotExist();
    }

    @Test
    void everythingThatIsMissingIsSaidInLinesOfItsOwn() {
        Answer answer = Typed.at(folder).run("doctor");

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.out().lines())
                .anySatisfy(line -> assertThat(line).startsWith("failed   TrackTik settings: tracktik.url is not"))
                .anySatisfy(line -> assertThat(line).startsWith("         tracktik.password is not configured"))
                .contains("1 failed.");
    }

    @Test
    void quietStillSaysWhatFailed() {
        assertThat(Typed.at(folder).run("doctor", "--quiet").out()).contains("tracktik.url is not configured");
    }

    @Test
    void firstFailureGivesTheExitCode() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Answer unwritable = Typed.at(file.resolve("home")).run("doctor");

        assertThat(unwritable.out()).contains("failed   Data folder: " + file.resolve("home") + " cannot be written.");
        assertThat(unwritable.out()).contains("failed   TrackTik settings", "2 failed.");
        assertThat(unwritable.exitCode()).isEqualTo(73);

        Files.writeString(folder.resolve("fieldhouse.yaml"), "load: {tries: none}");
        assertThat(Typed.at(file.resolve("home"))
                        .run(
                                "doctor",
                                "--config",
                                folder.resolve("fieldhouse.yaml").toString())
                        .exitCode())
                .isEqualTo(78);
    }

    @Test
    void folderThatNothingIsKeptInIsAWarning() throws IOException {
        Answer answer = Typed.at(Files.createFile(folder.resolve("file")))
                .with("FIELDHOUSE_WAREHOUSE_URL", "jdbc:postgresql://localhost:1/db")
                .run("doctor");

        assertThat(answer.out()).contains("warning  Data folder: ", "failed   Warehouse: ", "2 failed, 1 warning.");
        assertThat(answer.exitCode()).isEqualTo(69);
    }

    @Test
    void addressThatIsNoneFailsWithoutBeingRepeated() {
        Answer answer = Typed.at(folder)
                .with("FIELDHOUSE_WAREHOUSE_URL", "jdbc:postgresql://me:secret-word@localhost/db")
                .with("FIELDHOUSE_TRACKTIK_URL", "ftp://me:secret-word@example.test/")
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", "x")
                .with("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", "secret-word")
                .with("FIELDHOUSE_TRACKTIK_USERNAME", "x")
                .with("FIELDHOUSE_TRACKTIK_PASSWORD", "secret-word")
                .run("doctor");

        assertThat(answer.out())
                .contains(
                        "failed   Warehouse: warehouse.url is not the address",
                        "failed   TrackTik settings: tracktik.url: ")
                .doesNotContain("secret-word");
    }
}
