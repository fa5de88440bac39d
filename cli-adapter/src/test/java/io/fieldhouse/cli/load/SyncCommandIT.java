package io.fieldhouse.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.InventedConnector;
import io.fieldhouse.cli.source.InventedSource;
import io.fieldhouse.cli.tracktik.TrackTikConnector;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.LedgerView;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several sources; what it does to TrackTik, the tests of TrackTik's commands say. */
class SyncCommandIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Connector GOOD = new InventedConnector(new InventedSource("good"), true);

    @TempDir
    Path home;

    @AfterEach
    void empty() {
        warehouse.sql().execute("TRUNCATE etl.load_units, etl.etl_run_log CASCADE");
    }

    private static Connector failing(RuntimeException failure) {
        return new InventedConnector(
                new InventedSource("bad") {
                    @Override
                    public LoadPlan plan(LoadRequest request, LedgerView ledger) {
                        throw failure;
                    }
                },
                true);
    }

    private Typed knowing(Connector... connectors) {
        return Typed.at(home).on(warehouse.database()).knowing(workplace -> List.of(connectors));
    }

    private List<String> loaded() {
        return warehouse
                .sql()
                .fetch("SELECT source FROM etl.load_units WHERE state = 'loaded' ORDER BY 1")
                .getValues(0, String.class);
    }

    @Test
    void whatIsNotConfiguredIsNamedAndTheOthersGoOn() {
        Typed typed = Typed.at(home)
                .on(warehouse.database())
                .knowing(workplace -> List.of(new TrackTikConnector(workplace), GOOD));
        Answer answer = typed.run("sync");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains(
                        "tracktik is not configured. Set tracktik.url, tracktik.client-id, ", "The others are loaded.");
        assertThat(answer.out()).startsWith("good daily: 1 of 1 unit loaded");
        assertThat(loaded()).containsExactly("good");
    }

    @Test
    void machinesSeeWhatIsNotConfigured() throws Exception {
        Connector other = new InventedConnector(new InventedSource("other"), false);
        Map<String, Object> document =
                knowing(other, GOOD).run("sync", "--json").json();

        assertThat(document.get("exitCode")).isEqualTo(0.0);
        assertThat(document.get("data"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("notConfigured", List.of("other"))
                .containsEntry("failed", List.of());
    }

    @Test
    void whereNoneIsConfiguredItIsSaidHow() {
        Answer answer = Typed.at(home).on(warehouse.database()).run("sync");

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.err()).contains("TrackTik is not configured yet: fieldhouse init writes");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void sourceThatFailsInPlanningDoesNotStopTheOthers() throws Exception {
        LoadException failure = new LoadException(Kind.TRANSIENT, "Reading regions failed.", null);
        Answer answer = knowing(failing(failure), GOOD).run("sync");

        assertThat(answer.exitCode()).isEqualTo(75);
        assertThat(answer.err()).contains("bad failed: Reading regions failed.");
        assertThat(answer.out()).startsWith("good daily: 1 of 1 unit loaded");
        assertThat(loaded()).containsExactly("good");

        Map<String, Object> document =
                knowing(failing(failure), GOOD).run("sync", "--json").json();
        assertThat(document.get("data"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry(
                        "failed",
                        List.of(Map.of(
                                "source", "bad",
                                "kind", "load transient",
                                "messages", List.of("Reading regions failed."))));
    }

    @Test
    void refusalOfTheOnlySourceIsTheCommands() {
        Answer answer = knowing(failing(new Refusal("There is nothing yet."))).run("sync");

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err()).contains("There is nothing yet.");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void dryRunLoadsNothing() {
        Answer answer = knowing(GOOD, new InventedConnector(new InventedSource("other"), true))
                .run("sync", "--dry-run");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("good daily: 1 unit, 1 to load", "other daily: 1 unit, 1 to load");
        assertThat(warehouse.sql().fetch("SELECT 1 FROM etl.load_units")).isEmpty();
    }

    @Test
    void namesOfAllSourcesAreKnown() {
        assertThat(knowing(GOOD).run("quality", "--rule", "good rule").exitCode())
                .isZero();
        assertThat(knowing(GOOD).run("quality", "--rule", "god rule").err()).contains("'good rule'?");
        assertThat(knowing(GOOD)
                        .run("quarantine", "list", "--feed", "good things")
                        .exitCode())
                .isZero();
        assertThat(knowing(GOOD).run("status").out()).contains("good is loaded.");
    }
}
