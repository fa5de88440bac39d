package io.fieldhouse.cli.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandProcess;
import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxOptions;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class LoadCommandsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-08T20:00:00Z"), ZoneOffset.UTC);

    /** Without the waits between the tries of a unit. */
    private static final String ONCE = "--set=load.tries=1";

    private static final String[] BACKFILL = {"tracktik", "backfill", "--from", "2025-P12", "--to", "2025-P26"};

    @TempDir
    Path home;

    private PGSimpleDataSource database = new PGSimpleDataSource();
    private TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());

    @BeforeEach
    void makeWarehouse() {
        database = warehouse.server().createWarehouse();
    }

    @AfterEach
    void drop() {
        sandbox.close();
        warehouse.server().drop(database);
    }

    private Map<String, String> environment() throws IOException {
        SandboxCredentials credentials = sandbox.credentials();
        Path password = Files.writeString(home.resolve("password"), credentials.password() + "\n");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("FIELDHOUSE_HOME", home.toString());
        environment.put("FIELDHOUSE_WAREHOUSE_URL", database.getUrl());
        environment.put("FIELDHOUSE_WAREHOUSE_USER", "postgres");
        environment.put("FIELDHOUSE_TRACKTIK_URL", sandbox.apiUrl().toString());
        environment.put("FIELDHOUSE_TRACKTIK_CLIENT_ID", credentials.clientId());
        environment.put("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", credentials.clientSecret());
        environment.put("FIELDHOUSE_TRACKTIK_USERNAME", credentials.username());
        environment.put("FIELDHOUSE_TRACKTIK_PASSWORD_FILE", password.toString());
        environment.put("FIELDHOUSE_TRACKTIK_REQUESTS_PER_MINUTE", "100000");
        return environment;
    }

    private Answer run(String... args) throws IOException {
        return new Typed(environment(), CLOCK, null).run(args);
    }

    private String ask(String query) {
        return String.valueOf(Rows.of(database, SqlText.of(query), Map.of())
                .get(0)
                .values()
                .iterator()
                .next());
    }

    @Test
    void loadLoadsOnceAndAgainOnlyWhenAsked() throws Exception {
        Answer first = run("tracktik", "load", "2025-P15", "--region", "Hawaii", "-r", "1029");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("tracktik load: 2 of 2 units loaded, 0 were loaded already, 0 failed");
        assertThat(first.err()).contains("2025-P15 Hawaii").contains("2025-P15 Northwest");
        String shifts = ask("SELECT count(*) FROM tracktik.fact_shifts");
        assertThat(Long.parseLong(shifts)).isPositive();

        assertThat(run("tracktik", "load", "2025-P15", "-r", "Hawaii").out())
                .startsWith("tracktik load: 0 of 1 unit loaded, 1 were loaded");
        assertThat(run("tracktik", "load", "2025-P15", "-r", "Hawaii", "--again")
                        .out())
                .startsWith("tracktik load: 1 of 1 unit loaded")
                .contains("0 new, 0 changed, 0 gone");
        assertThat(ask("SELECT count(*) FROM tracktik.fact_shifts")).isEqualTo(shifts);
    }

    @Test
    void backfillGoesBackFromTheNewestPeriod() throws Exception {
        Answer outcome = run("tracktik", "backfill", "--from", "2025-P14", "--workers", "1", "--json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("{")
                .contains("\"command\": \"tracktik backfill\"", "\"loaded\": 27", "\"failed\": 0");
        assertThat(outcome.out().indexOf("2025-P16 Hawaii"))
                .isLessThan(outcome.out().indexOf("2025-P14 Hawaii"));
        assertThat(run("status").out())
                .contains("2025-P16")
                .contains("backfill")
                .contains("Hawaii");
    }

    @Test
    void planAndDryRunLoadNothing() throws Exception {
        assertThat(run("tracktik", "plan", "2025-P14..last").out())
                .startsWith("tracktik load: 27 units, 27 to load")
                .contains("2025-P16 Hawaii");
        assertThat(run("tracktik", "load", "last", "--dry-run").out())
                .contains("9 units", "Without a site: shifts whose");
        assertThat(run("tracktik", "plan", "-r", "Hawaii").out())
                .startsWith("tracktik load: 1 unit, 1 to load")
                .doesNotContain("Without a site");
        assertThat(ask("SELECT count(*) FROM tracktik.fact_shifts")).isEqualTo("0");
    }

    @Test
    void syncLoadsWhatIsOpen() throws Exception {
        Answer outcome = run("sync", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("tracktik weekly: ").contains("0 failed");
        assertThat(run("sync", "monthly").exitCode()).isEqualTo(64);
    }

    @Test
    void syncThatCannotAskWhatHasChangedLoadsTheRestAndSaysSo() throws Exception {
        assertThat(run("tracktik", "load", "last").exitCode()).isZero();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        sandbox.faults()
                .forPath(
                        "shifts",
                        exchange -> isFirst.getAndSet(false) ? Fault.forbidden().answer(exchange) : exchange.regular());
        Answer outcome = run("sync", "daily");

        assertThat(outcome.exitCode()).isEqualTo(65);
        assertThat(outcome.out()).contains(" 0 failed", "changed shifts failed: Reading shifts failed");
        assertThat(run("sync", "daily").exitCode()).isZero();
    }

    @Test
    void regionsAreThoseOfTheTree() throws Exception {
        assertThat(run("tracktik", "regions").out())
                .contains("KAISER has 8 sub-regions.")
                .contains("Hawaii", "Kaiser-MidAtlantic", "1029");
        Answer unknown = run("tracktik", "regions", "--set", "tracktik.region=KAYSER");
        assertThat(unknown.exitCode()).isEqualTo(78);
        assertThat(unknown.err()).contains("KAISER");
    }

    @Test
    void badInputIsRefusedWithASentence() throws Exception {
        assertRefused(run("tracktik", "load", "2025-P99"), 64, "2025-P99");
        assertRefused(run("tracktik", "load", "2025-P16..2025-P14"), 64, "swap them");
        assertRefused(run("tracktik", "load", "2025-P17"), 64, "by --open.");
        assertRefused(
                run("tracktik", "load", "last", "-r", "Hawai"),
                64,
                "custom id or name 'Hawai'. The nearest is Hawaii. ");
        assertRefused(
                run("tracktik", "load", "last", "-r", "Atlantis"),
                64,
                "custom id or name 'Atlantis'. Sub-regions: N California, ");
        assertRefused(
                run("tracktik", "load", "last", "--set", "tracktik.region=Atlantis"),
                78,
                "tracktik.region: No region has");
        assertRefused(
                run("tracktik", "load", "last", "--set", "load.workers=none"),
                78,
                "load.workers has to be a whole number");
        assertThat(ask("SELECT count(*) FROM tracktik.fact_shifts")).isEqualTo("0");
    }

    private static void assertRefused(Answer outcome, int exitCode, String said) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err()).contains(said).doesNotContain("defect");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void wrongPasswordIsRefusedAndNotRepeated() throws Exception {
        Files.writeString(home.resolve("wrong"), "secret-word");
        Map<String, String> environment = environment();
        environment.put(
                "FIELDHOUSE_TRACKTIK_PASSWORD_FILE", home.resolve("wrong").toString());
        Typed typed = new Typed(environment, CLOCK, null);
        Answer regions = typed.run("tracktik", "regions");
        Answer load = typed.run("tracktik", "load", "last");

        assertThat(regions.exitCode()).isEqualTo(77);
        assertThat(regions.err()).containsOnlyOnce("were incorrect").doesNotContain("secret-word");
        assertThat(load.exitCode()).isEqualTo(77);
        assertThat(load.err()).doesNotContain("secret-word");
    }

    @Test
    void warehouseThatIsNotMigratedIsNotLoadedInto() throws Exception {
        PGSimpleDataSource empty = warehouse.server().createEmptyDatabase();
        try {
            Answer outcome = run("status", "--set", "warehouse.url=" + empty.getUrl());

            assertRefused(outcome, 78, "migrate it");
            new WarehouseMigrator(empty).migrate();
            assertThat(run("status", "--set", "warehouse.url=" + empty.getUrl()).out())
                    .contains("Nothing is loaded yet");
        } finally {
            warehouse.server().drop(empty);
        }
    }

    @Test
    void whatFailsForGoodIsToldFromWhatTryingAgainCanMend() throws Exception {
        sandbox.faults().share(1, 1, Fault.regionsIgnored());
        Answer forGood = run("tracktik", "load", "last", "-r", "Hawaii", "--set", "tracktik.strategy=by-region-header");
        assertThat(forGood.exitCode()).as(forGood.err()).isEqualTo(65);
        assertThat(forGood.out())
                .contains("0 of 1 unit loaded", "1 failed", "Ask by positions instead")
                .endsWith("fix what the messages name, then run the same command again for the rest.\nDetails: "
                        + home.resolve("logs/fieldhouse.log") + "\n");

        sandbox.faults().clear();
        sandbox.faults().forPath("break-sessions", Fault.errorAsSuccess());
        Answer forNow = run("tracktik", "load", "last", "-r", "Hawaii", ONCE);
        assertThat(forNow.exitCode()).as(forNow.err()).isEqualTo(75);
        assertThat(forNow.out()).contains("run the same command again for the rest.\n");

        sandbox.faults().clear();
        assertThat(run("tracktik", "load", "last", "-r", "Hawaii").exitCode()).isZero();
        sandbox.faults().forPath("break-sessions", Fault.errorAsSuccess());
        assertThat(run("tracktik", "load", "2025-P14..last", "-r", "Hawaii", "--again", ONCE)
                        .out())
                .contains("What is loaded stays; load 2025-P14..2025-P16 again for the rest.\n");
        assertThat(run("sync", "daily", ONCE).out())
                .contains("What is loaded stays; run the same command again for the rest.\n");
    }

    @Test
    void interruptStopsThePlanning() throws Exception {
        sandbox.close();
        sandbox = TrackTikSandbox.start(
                SandboxData.small(), SandboxOptions.defaults().withLatency(Duration.ofSeconds(3)));
        try (CommandProcess process =
                CommandProcess.start(environment(), "tracktik", "backfill", "--from", "2025-P12")) {
            process.awaitLine("Planning");
            while (sandbox.requests().total() == 0) {
                assertThat(process.isAlive()).isTrue();
            }
            long before = System.nanoTime();
            process.signal("TERM");
            List<String> said = process.awaitEnd();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before))
                    .isLessThan(10);
            assertThat(said).anyMatch(line -> line.startsWith("Stopping; once more"));
            assertThat(said).endsWith("Stopped. What is loaded stays; run the same command again for the rest.");
            assertThat(process.exitCode()).as(said.toString()).isEqualTo(130);
        }
        assertThat(ask("SELECT count(*) FROM etl.load_units")).isEqualTo("0");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void atATerminalCtrlCStopsTheSameWay() throws Exception {
        beSlow();
        assertStops(CommandProcess.startAtTerminal(environment(), BACKFILL), CommandProcess::typeInterrupt);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void atATerminalSoDoesATermination() throws Exception {
        beSlow();
        assertStops(CommandProcess.startAtTerminal(environment(), BACKFILL), process -> process.signal("TERM"));
    }

    @Test
    void interruptStopsWithinSecondsAndTheNextRunGoesOn() throws Exception {
        beSlow();
        assertStops(CommandProcess.start(environment(), BACKFILL), process -> process.signal("TERM"));

        Answer again = run("tracktik", "backfill", "--from", "2025-P14");
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    private void beSlow() {
        sandbox.close();
        sandbox = TrackTikSandbox.start(
                SandboxData.small().withDays(LocalDate.of(2025, 5, 30), LocalDate.of(2025, 12, 31)),
                SandboxOptions.defaults().withLatency(Duration.ofMillis(50)));
    }

    @FunctionalInterface
    private interface Stop {
        void stop(CommandProcess process) throws Exception;
    }

    private void assertStops(CommandProcess loading, Stop stop) throws Exception {
        try (loading) {
            loading.awaitLine("Planning");
            while (ask("SELECT count(*) FROM etl.load_units WHERE state = 'loaded'")
                    .equals("0")) {
                assertThat(loading.isAlive()).isTrue();
            }
            long before = System.nanoTime();
            stop.stop(loading);
            List<String> said = loading.awaitEnd();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before))
                    .isLessThan(10);
            assertThat(said)
                    .anyMatch(line -> line.contains("Stopping; once more"))
                    .noneMatch(line -> line.contains("Exception"));
            assertThat(said).anyMatch(line -> line.contains("run the same command again for the rest"));
            assertThat(loading.exitCode()).as(said.toString()).isEqualTo(130);
        }
        assertThat(ask("SELECT count(*) FROM etl.load_units WHERE state = 'claimed'"))
                .isEqualTo("0");
    }
}
