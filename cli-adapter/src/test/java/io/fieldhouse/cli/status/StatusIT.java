package io.fieldhouse.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class StatusIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-08T20:00:00Z"), ZoneOffset.UTC);

    private final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private PGSimpleDataSource database = new PGSimpleDataSource();
    private Typed typed = Typed.at(Path.of(""));

    @BeforeEach
    void configure(@TempDir Path home) {
        database = warehouse.server().createWarehouse();
        SandboxCredentials credentials = sandbox.credentials();
        typed = Typed.at(home)
                .on(database)
                .by(CLOCK)
                .with("FIELDHOUSE_TRACKTIK_URL", sandbox.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", credentials.clientId())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", credentials.clientSecret())
                .with("FIELDHOUSE_TRACKTIK_USERNAME", credentials.username())
                .with("FIELDHOUSE_TRACKTIK_PASSWORD", credentials.password())
                .with("FIELDHOUSE_TRACKTIK_REQUESTS_PER_MINUTE", "100000");
    }

    @AfterEach
    void drop() {
        sandbox.close();
        warehouse.server().drop(database);
    }

    @Test
    void runIsOneLoadAndCountsWhatTheRunItselfSaid() throws IOException {
        Map<?, ?> load = counts(typed.run("tracktik", "load", "last", "--json"));
        List<?> synced = (List<?>) Objects.requireNonNull(
                data(typed.run("sync", "daily", "--json")).get("loads"));
        Map<?, ?> daily = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) synced.get(0)).get("counts"));

        List<?> loads = (List<?>) data(typed.run("status", "--json")).get("loads");

        assertThat(loads)
                .extracting(one -> (Object) ((Map<?, ?>) one).get("load"))
                .containsExactly("daily", "load");
        assertThat(loads)
                .extracting(one -> (Object) ((Map<?, ?>) one).get("recordsRead"))
                .containsExactly(daily.get("read"), load.get("read"));
        assertThat(loads)
                .extracting(one -> (Object) ((Map<?, ?>) one).get("requests"))
                .containsExactly(daily.get("requests"), load.get("requests"));
    }

    @Test
    void factsThatFailAreNotFreshThoughDimensionsAre() throws IOException {
        sandbox.faults().forPath("shifts", Fault.forbidden());
        typed.run("tracktik", "load", "last", "--quiet", "--set", "load.tries=1");
        Map<?, ?> status = data(typed.run("status", "--json"));

        Map<?, ?> freshness = (Map<?, ?>) Objects.requireNonNull(status.get("freshness"));
        assertThat(freshness.containsKey("lastLoaded")).isTrue();
        assertThat((Object) freshness.get("lastLoaded")).isNull();
        assertThat((List<?>) status.get("loads"))
                .extracting(one -> (Object) ((Map<?, ?>) one).get("loaded"))
                .containsExactly(0.0);
    }

    @Test
    void countsAreWholeNumbers() throws IOException {
        Map<?, ?> counts = counts(typed.run("tracktik", "load", "last", "--json"));
        double read = (Double) Objects.requireNonNull(counts.get("read"));

        assertThat(typed.run("status").out())
                .contains(String.format(Locale.ROOT, " %,d ", (long) read))
                .doesNotContain(".00");
    }

    @Test
    void periodThatIsLoadedBeforeItsEndIsMarked() throws IOException {
        typed.run("tracktik", "load", "2025-P15", "-r", "Hawaii", "--quiet");
        String over = typed.run("status").out();
        typed.run("tracktik", "load", "2025-P17", "-r", "Hawaii", "--open", "--quiet");
        Answer open = typed.run("status");

        assertThat(over).contains("2025-P15").doesNotContain("*");
        assertThat(open.out())
                .containsPattern("2025-P17 +\\d+\\*")
                .containsPattern("2025-P15 +\\d+\\s")
                .endsWith("* loaded before the period was over: the figures of so far" + System.lineSeparator());
        assertThat((List<?>) data(typed.run("status", "--json")).get("coverage"))
                .extracting(cell -> (Object) ((Map<?, ?>) cell).get("loadedBeforeEnd"))
                .containsExactly(true, false);
    }

    @Test
    void unitThatFailedSaysWhyAndWhatIsStillThere() throws IOException {
        typed.run("tracktik", "load", "2025-P15", "-r", "Hawaii", "--quiet");
        sandbox.faults().forPath("break-sessions", Fault.errorAsSuccess());
        assertThat(typed.run("tracktik", "load", "2025-P15", "-r", "Hawaii", "--again", "--set", "load.tries=1")
                        .exitCode())
                .isEqualTo(75);

        assertThat(typed.run("status").out())
                .contains("; 1 failed unit, ", "~ to be loaded again: the figures of before")
                .containsPattern("2025-P15 +[\\d,]+~")
                .containsPattern("2025-P15 Hawaii failed: Reading .+ Still there: [\\d,]+ rows of [\\d: Z-]+\\.");
        assertThat((List<?>) data(typed.run("status", "--json")).get("failed"))
                .extracting(unit -> (Object) ((Map<?, ?>) unit).get("unit"))
                .containsExactly("2025-P15 Hawaii");
    }

    private static Map<?, ?> counts(Answer answer) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(data(answer).get("counts"));
    }

    private static Map<?, ?> data(Answer answer) throws IOException {
        assertThat(answer.exitCode()).as(answer.out()).isZero();
        return (Map<?, ?>) Objects.requireNonNull(answer.json().get("data"));
    }
}
