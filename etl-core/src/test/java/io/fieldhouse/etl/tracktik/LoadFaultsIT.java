package io.fieldhouse.etl.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.fieldhouse.warehouse.testing.TestServer;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Whatever goes wrong, after running again the warehouse is that of one clean run. A build kills a few times;
 * {@code -Dfieldhouse.faults=200} as often as that.
 */
class LoadFaultsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int FAULTS = Integer.getInteger("fieldhouse.faults", 5);
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 20);

    private static TrackTikSandbox sandbox;
    private static Map<String, String> expected;

    @BeforeAll
    static void loadCleanly() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        run(warehouse.dataSource());
        expected = WarehouseState.of(warehouse.sql());
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    @BeforeEach
    void begin() {
        sandbox.faults().clear();
        WarehouseState.empty(warehouse.sql());
    }

    private static LoadReport run(DataSource database) {
        Clock clock = TrackTikSite.clock(TODAY);
        try (TrackTik tracktik = TrackTikSite.connect(sandbox)) {
            TrackTikLoad load =
                    new TrackTikLoad(tracktik, database, TrackTikSettings.DEFAULT, LoadProcess.LIMITS, clock);
            return load.run(load.plan(load.backfill(TrackTikSite.P12)));
        }
    }

    /** As somebody would who sees that it is not complete. */
    private static void runUntilComplete(DataSource database) {
        boolean complete = false;
        int tries = 0;
        while (!complete && tries < 20 + FAULTS && !Thread.currentThread().isInterrupted()) {
            try {
                complete = run(database).isComplete();
                tries++;
            } catch (LoadException e) {
                // Without a database, or the regions, there is no plan: that is no try, however often it comes to that.
                complete = false;
            }
        }
        assertThat(complete).isTrue();
    }

    private static void assertAsFromOneCleanRun(DSLContext sql) {
        assertThat(WarehouseState.of(sql)).isEqualTo(expected);
        assertThat(WarehouseState.wrongKeys(sql)).isZero();
        assertThat(WarehouseState.wrongSums(sql)).isZero();
    }

    @Test
    void faultyAnswers() {
        sandbox.faults()
                .share(
                        0.2,
                        7,
                        Fault.tooManyRequests(Duration.ZERO),
                        Fault.serverError(),
                        Fault.badGateway(),
                        Fault.cutOff(),
                        Fault.disconnect(),
                        Fault.malformed(),
                        Fault.errorAsSuccess(),
                        Fault.htmlAsSuccess(),
                        Fault.emptyBody(),
                        Fault.repeatingPage(),
                        Fault.endlessPages(),
                        Fault.unauthorized(),
                        Fault.forbidden(),
                        Fault.firewall(),
                        Fault.countChanges(3),
                        Fault.slow(5000, Duration.ofMillis(1)));
        runUntilComplete(warehouse.dataSource());

        assertThat(sandbox.requests().refused()).isPositive();
        assertAsFromOneCleanRun(warehouse.sql());
    }

    @Test
    void killedProcesses() throws Exception {
        Random random = new Random(20250530);
        String url =
                warehouse.database().getUrl() + "&user=" + warehouse.database().getUser();
        int killed = 0;
        for (int i = 0; i < FAULTS; i++) {
            Process process = LoadProcess.start(url, sandbox, TODAY);
            if (!process.waitFor(500 + random.nextInt(900), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        runUntilComplete(warehouse.dataSource());

        assertThat(killed).isPositive();
        assertAsFromOneCleanRun(warehouse.sql());
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT 1 FROM etl.etl_run_log WHERE unit_id IS NOT NULL AND state = 'running'"))
                .isEmpty();
    }

    @Test
    void terminatedSessions() throws Exception {
        Random random = new Random(20250531);
        ExecutorService loader = Executors.newSingleThreadExecutor();
        Future<?> loading = loader.submit(() -> runUntilComplete(warehouse.dataSource()));
        int terminated = 0;
        for (int i = 0; i < 20 * FAULTS && !loading.isDone() && terminated < FAULTS; i++) {
            TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(150));
            terminated += warehouse
                    .sql()
                    .fetch("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1")
                    .size();
        }
        loading.get(2, TimeUnit.MINUTES);
        loader.shutdown();

        assertThat(terminated).isPositive();
        assertAsFromOneCleanRun(warehouse.sql());
    }

    @Test
    void severalLoadersOfTheSameUnits() throws Exception {
        ExecutorService loaders = Executors.newFixedThreadPool(3);
        List<Future<LoadReport>> reports = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            reports.add(loaders.submit(() -> run(warehouse.dataSource())));
        }
        loaders.shutdown();
        assertThat(loaders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (Future<LoadReport> report : reports) {
            assertThat(report.get().isComplete()).isTrue();
        }

        assertAsFromOneCleanRun(warehouse.sql());
        assertThat(warehouse.sql().fetch("SELECT title FROM etl.load_units WHERE feed = 'shifts' AND attempts <> 1"))
                .isEmpty();
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT worker FROM etl.etl_run_log WHERE unit_id IS NOT NULL GROUP BY worker"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void restartedDatabase(@TempDir Path folder) throws Exception {
        ExecutorService loader = Executors.newSingleThreadExecutor();
        EmbeddedPostgres server = start(folder, 0);
        int port = server.getPort();
        PGSimpleDataSource database = (PGSimpleDataSource) server.getPostgresDatabase();
        new WarehouseMigrator(database).migrate();
        Future<?> loading = loader.submit(() -> runUntilComplete(database));
        for (int i = 0; i < Math.max(1, FAULTS / 5) && !loading.isDone(); i++) {
            TimeUnit.MILLISECONDS.sleep(900);
            server.close();
            server = start(folder, port);
        }
        loading.get(2, TimeUnit.MINUTES);
        loader.shutdown();
        assertAsFromOneCleanRun(DSL.using(database, SQLDialect.POSTGRES));
        server.close();
    }

    private static EmbeddedPostgres start(Path folder, int port) throws Exception {
        return TestServer.embedded()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
