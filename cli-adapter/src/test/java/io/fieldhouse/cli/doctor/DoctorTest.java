package io.fieldhouse.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .anySatisfy(line ->
                        assertThat(line).startsWith("failed   TrackTik settings: TrackTik is not configured yet"))
                .anySatisfy(line -> assertThat(line).startsWith("         tracktik.url is not configured"))
                .anySatisfy(line -> assertThat(line).startsWith("         tracktik.password is not configured"))
                .contains("1 failed.");
    }

    @Test
    void quietStillSaysWhatFailed() {
        assertThat(Typed.at(folder).run("doctor", "--quiet").out())
                .contains("tracktik.url is not configured", "fieldhouse init writes");
    }

    @Test
    void firstFailureGivesTheExitCode() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Answer unwritable = Typed.at(file.resolve("home")).run("doctor");

        assertThat(unwritable.out())
                .contains("failed   Data folder: The data folder " + file.resolve("home") + " cannot be one: ");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quality.stopping=bogus | --set: quality.stopping has a name that does not fit. No rule that can stop a unit is called 'bogus'.",
                "quality.stopping=shift without a place | --set: quality.stopping has a name that does not fit. No rule that can stop a unit is called 'shift without a place'.",
                "calendar.kind=months | calendar.first: No period is called 2025-P01: periods of this calendar (months)",
                "calendar.first=2025-13-01 | --set: calendar.first has to be a period's label or a day,",
                "quality.longest-hours=0 | --set: quality.longest-hours has to be more than 0, such as 24.",
                "reconcile.site-by=street | --set: reconcile.site-by has to be code, name or id."
            })
    void whatLoadsWouldRefuseFails(String set, String sentence) {
        Answer answer = Typed.at(folder).run("doctor", "--set", set);

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.out()).contains("failed   Configuration: " + sentence);
        assertThat(Typed.at(folder).run("tracktik", "backfill", "--set", set).err())
                .startsWith(sentence);
    }

    @Test
    void logThatCannotBeKeptIsAWarning() throws IOException {
        assertThat(Typed.at(folder).run("doctor").out()).doesNotContain("Log: ");

        Path logs = Files.writeString(folder.resolve("logs"), "This is a file.");
        assertThat(Typed.at(folder).run("doctor").out())
                .contains("warning  Log: " + logs + " cannot be written: commands keep no log.");
    }

    @Test
    void secretThatOthersMayReadIsAWarning() throws IOException {
        Path secret = Files.writeString(folder.resolve("a secret"), "x");
        Files.writeString(folder.resolve("fieldhouse.yaml"), "tracktik: {password-file: a secret}");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Typed.at(folder).run("doctor").out())
                .contains("warning  Configuration: ", "may read what is secret. Run: chmod go= '" + secret + "'");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertThat(Typed.at(folder).run("doctor").out()).contains("ok       Configuration: ");
    }

    @Test
    void roomIsSaidInUnitsThatShowHowLittleItIs() {
        assertThat(MachineChecks.room(40L << 20)).isEqualTo("40 MiB");
        assertThat(MachineChecks.room(3L << 29)).isEqualTo("1.5 GiB");
    }

    @Test
    void secretThatIsGivenTwiceIsAWarning() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret-word");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Typed once = Typed.at(folder).with("FIELDHOUSE_TRACKTIK_PASSWORD_FILE", secret.toString());

        assertThat(once.run("doctor").out()).contains("ok       Configuration: ");
        assertThat(once.with("FIELDHOUSE_TRACKTIK_PASSWORD", "another-word")
                        .run("doctor")
                        .out())
                .contains("warning  Configuration: ", "FIELDHOUSE_TRACKTIK_PASSWORD_FILE is passed over, since")
                .doesNotContain("-word");
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
                        "failed   Configuration: FIELDHOUSE_WAREHOUSE_URL: warehouse.url is not the address",
                        "FIELDHOUSE_TRACKTIK_URL: tracktik.url is not an address of the API.")
                .doesNotContain("secret-word");
    }
}
