package io.fieldhouse.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandLogIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-08T20:00:00Z"), ZoneOffset.UTC);

    private final TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small());

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        tracktik.close();
    }

    private Typed typed() {
        return Typed.at(home)
                .by(CLOCK)
                .on(warehouse.database())
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", tracktik.credentials().clientId())
                .with(
                        "FIELDHOUSE_TRACKTIK_CLIENT_SECRET",
                        tracktik.credentials().clientSecret())
                .with("FIELDHOUSE_TRACKTIK_USERNAME", tracktik.credentials().username())
                .with("FIELDHOUSE_TRACKTIK_PASSWORD", tracktik.credentials().password())
                .with("FIELDHOUSE_TRACKTIK_REQUESTS_PER_MINUTE", "100000");
    }

    private Path log() {
        return home.resolve("logs/fieldhouse.log");
    }

    @Test
    void retriesAreLogged() throws IOException {
        tracktik.faults().next(2, Fault.badGateway());
        Answer answer = typed().run("tracktik", "regions");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(Files.readString(log()))
                .contains("] INFO io.fieldhouse: fieldhouse tracktik regions\n")
                .containsPattern("] WARN io.fieldhouse.tracktik: .*: trying again in \\d+ ms\n")
                .doesNotContain(
                        tracktik.credentials().password(),
                        tracktik.credentials().clientSecret());
    }

    @Test
    void secondTryOfWhatCannotBeReadIsLogged() throws IOException {
        tracktik.faults().next(1, Fault.malformed());

        assertThat(typed().run("tracktik", "regions").exitCode()).isZero();
        assertThat(Files.readString(log()))
                .containsPattern("GET .*regions failed \\(BAD_ANSWER\\): trying again in \\d+ ms\n");
    }

    @Test
    void longWaitForTheClientsTurnIsLogged() throws IOException {
        assertThat(typed().run("tracktik", "regions", "--set", "tracktik.requests-per-minute=30")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(log())).containsPattern("regions waited [12]\\d{3} ms for its turn\n");
    }

    @Test
    void verboseShowsWhatIsLoggedAndWhereAFailureComesFrom() throws IOException {
        tracktik.faults().forPath("regions", Fault.forbidden());
        Answer quiet = typed().run("tracktik", "regions");
        Answer verbose = typed().run("tracktik", "regions", "--verbose");

        assertThat(quiet.err()).doesNotContain(" DEBUG ");
        assertThat(verbose.exitCode()).isEqualTo(77);
        assertThat(verbose.err())
                .contains("] DEBUG io.fieldhouse: Failed\n    io.fieldhouse.tracktik.api.TrackTikException: GET ")
                .contains("        at io.fieldhouse.")
                .endsWith(quiet.err());
        assertThat(Files.readString(log())).contains("] DEBUG io.fieldhouse: Failed\n");
    }

    @Test
    void commandThatHasNothingToLogWritesNothing() {
        assertThat(typed().run("tracktik", "regions").exitCode()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void unexpectedErrorNamesTheFileThatHasItsDetails() throws IOException {
        Typed failing = Typed.at(home)
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", "id")
                .with("FIELDHOUSE_TRACKTIK_USERNAME", "user")
                .asking(name -> {
                    throw new IllegalStateException("Ada Example");
                });
        Answer answer = failing.run("tracktik", "regions");
        Answer doctor = failing.run("doctor");

        assertThat(answer.exitCode()).isEqualTo(70);
        assertThat(answer.err())
                .isEqualTo(
                        "Unexpected error (IllegalStateException). Details: " + log() + "." + System.lineSeparator());
        assertThat(Files.readString(log()))
                .contains("] ERROR io.fieldhouse: Unexpected error\n    java.lang.IllegalStateException\n        at "
                        + getClass().getName())
                .doesNotContain("Ada Example");
        assertThat(doctor.exitCode()).isEqualTo(70);
        assertThat(doctor.out() + doctor.err())
                .contains("Unexpected error (IllegalStateException). Details: " + log() + ".");
    }

    @Test
    void errorOfTheMachineIsAnUnexpectedErrorToo() throws IOException {
        Answer answer = Typed.at(home)
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", "id")
                .with("FIELDHOUSE_TRACKTIK_USERNAME", "user")
                .asking(name -> {
                    throw new StackOverflowError("Ada Example");
                })
                .run("tracktik", "regions");

        assertThat(answer.exitCode()).isEqualTo(70);
        assertThat(answer.err()).startsWith("Unexpected error (StackOverflowError). Details: ");
        assertThat(Files.readString(log()))
                .contains("java.lang.StackOverflowError")
                .doesNotContain("Ada Example");
    }

    @Test
    void loadGoesOnWithoutALogAndSaysSoOnce() throws IOException {
        Files.writeString(home.resolve("logs"), "This is a file.");
        tracktik.faults().next(3, Fault.badGateway());
        Answer answer = typed().run("tracktik", "load", "2025-P15", "-r", "Hawaii");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith("tracktik load: 1 of 1 unit loaded");
        assertThat(answer.err()).containsOnlyOnce("Cannot write the log file (" + log());
    }

    @Test
    void unexpectedErrorWithoutALogSaysWhereItHappened() throws IOException {
        Files.writeString(home.resolve("logs"), "This is a file.");
        Answer answer = Typed.at(home)
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", "id")
                .with("FIELDHOUSE_TRACKTIK_USERNAME", "user")
                .asking(name -> {
                    throw new IllegalStateException("Ada Example");
                })
                .run("tracktik", "regions");

        assertThat(answer.err())
                .contains("Cannot write the log file (")
                .contains("Unexpected error (IllegalStateException) at "
                        + getClass().getName())
                .doesNotContain("Ada Example");
    }

    @Test
    void driverIsNeverHeard() throws Exception {
        // It warns of a port that there cannot be, and repeats the whole address.
        String url = "jdbc:postgresql://localhost:99999/db?user=x&password=secret-word";
        Process process = CommandRun.process(
                        Map.of("FIELDHOUSE_WAREHOUSE_URL", url, "FIELDHOUSE_HOME", home.toString()),
                        "migrate",
                        "--verbose")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isPositive();
        assertThat(said).contains(" DEBUG io.fieldhouse: Failed").doesNotContain("secret-word");
        assertThat(Files.readString(log())).doesNotContain("secret-word");
    }
}
