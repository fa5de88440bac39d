package io.fieldhouse.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadLedgerIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int STEPS = 2_000;

    private HikariDataSource pool;

    @BeforeEach
    void begin() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(warehouse.dataSourceAs(WarehouseRoles.LOADER));
        // What would wait for ever, fails.
        config.setConnectionInitSql("SET lock_timeout = '10s'");
        pool = new HikariDataSource(config);
        warehouse.sql().execute("TRUNCATE etl.load_units, etl.etl_run_log RESTART IDENTITY CASCADE");
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void unitsStandAsTheirClaimsSay(long seed) throws SQLException {
        LedgerTrial trial = new LedgerTrial(pool, new Random(seed));
        for (int i = 0; i < STEPS; i++) {
            trial.step();
        }
        trial.assertAttempts();
    }

    @Test
    void ofManyClaimsAtOnceOneIsGiven() throws Exception {
        List<LoadLedger> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(LedgerTrial.ledger(pool, "worker " + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        for (int round = 0; round < 50; round++) {
            String name = "unit " + round;
            PlannedUnit unit = LedgerTrial.entered(workers.get(0), LedgerTrial.settledUnit(name));
            assertThat(claims(threads, workers, unit)).isEqualTo(1);
            LedgerTrial.lapse(warehouse.sql(), name);
            assertThat(claims(threads, workers, unit)).isEqualTo(1);
        }
        threads.shutdown();
    }

    private static long claims(ExecutorService threads, List<LoadLedger> workers, PlannedUnit unit) throws Exception {
        List<Callable<Optional<Claim>>> all = new ArrayList<>();
        workers.forEach(worker -> all.add(() -> worker.claim(unit)));
        long given = 0;
        for (Future<Optional<Claim>> claim : threads.invokeAll(all)) {
            given += claim.get().isPresent() ? 1 : 0;
        }
        return given;
    }
}
