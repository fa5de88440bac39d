package io.fieldhouse.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadLedgerIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int STEPS = 2_000;
    private static final Window DAYS = new Window(LocalDate.of(2025, 5, 30), LocalDate.of(2025, 6, 12));

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

    @Test
    @Timeout(60)
    void titleOfAUnitThatIsBeingCommittedIsNotWaitedFor() throws Exception {
        LoadLedger ledger = LedgerTrial.ledger(warehouse.dataSource(), "one");
        ledger.enter(List.of(LedgerTrial.settledUnit("a"), LedgerTrial.settledUnit("b")));
        try (Connection commit = warehouse.dataSource().getConnection()) {
            commit.setAutoCommit(false);
            commit.createStatement().execute("UPDATE etl.load_units SET row_count = 1 WHERE feed = 'a'");
            ledger.enter(List.of(retitled("a"), retitled("b")));
            commit.rollback();
        }
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT title FROM etl.load_units ORDER BY feed")
                        .getValues(0, String.class))
                .containsExactly("a", "new b");
    }

    private static Unit retitled(String name) {
        Unit unit = LedgerTrial.settledUnit(name);
        return new Unit(unit.feed(), unit.scope(), unit.window(), unit.settledAt(), new Unit.Title("new", name));
    }

    @Test
    void everyTransactionWaitsForALimitedTime() {
        Database database = new Database(warehouse.dataSource());

        SqlText limits = SqlText.of("SELECT current_setting('lock_timeout') UNION ALL"
                + " SELECT current_setting('idle_in_transaction_session_timeout')");
        List<String> within = database.transaction("Looking", sql -> sql.texts(limits));
        List<String> without = database.work("Looking", sql -> sql.texts(limits));

        assertThat(within).containsExactly("10min", "5min");
        assertThat(without).containsExactly("0", "0");
    }

    @Test
    void eachOfManyUnitsIsSeenWhereItStands() {
        LoadLedger ledger = LedgerTrial.ledger(pool, "one");
        OffsetDateTime longAgo = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        List<Unit> units = new ArrayList<>();
        for (String feed : List.of("shifts", "invoices")) {
            for (Scope region : List.of(Scope.ALL.with("region", 271), Scope.ALL.with("region", "272"), Scope.ALL)) {
                for (Scope scope : List.of(region.with("bu", "Andy's \"A & B\""), region)) {
                    for (Window days : Arrays.asList(DAYS, null)) {
                        String title = feed + " " + scope.json() + " " + days;
                        units.add(new Unit(feed, scope, days, longAgo, new Unit.Title(title, "")));
                    }
                }
            }
        }
        ledger.enter(units.subList(2, units.size()));
        List<PlannedUnit> planned = ledger.view().look(units, false);
        assertThat(planned).extracting(PlannedUnit::unit).isEqualTo(units);
        assertThat(ledger.claim(planned.get(0))).as("not entered yet").isEmpty();
        Claim claim = ledger.claim(planned.get(3)).orElseThrow();
        assertThat(ledger.claim(planned.get(5))).isPresent();
        ledger.failed(claim, new LoadException(Kind.PERMANENT, "It is refused.", null));

        ledger.enter(units);
        assertThat(ledger.view().look(units, false))
                .filteredOn(unit -> !unit.state().equals("pending"))
                .extracting(unit -> units.indexOf(unit.unit()) + " is " + unit.state())
                .containsExactly("3 is failed", "5 is claimed");
        assertThat(warehouse.sql().fetch("SELECT FROM etl.load_units")).hasSize(units.size());
    }

    @Test
    void loadsThatEnterTheSameUnitsDoNotWaitForEachOtherInACircle() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 20; round++) {
            List<Unit> units = new ArrayList<>();
            for (int unit = 0; unit < 200; unit++) {
                units.add(LedgerTrial.settledUnit("round " + round + ", unit " + unit));
            }
            List<Callable<Integer>> loads = new ArrayList<>();
            for (int load = 0; load < 4; load++) {
                List<Unit> inItsOwnOrder = new ArrayList<>(units);
                Collections.shuffle(inItsOwnOrder, new Random(load));
                loads.add(() -> {
                    LedgerTrial.ledger(pool, "loader").enter(inItsOwnOrder);
                    return inItsOwnOrder.size();
                });
            }
            for (Future<Integer> entered : threads.invokeAll(loads)) {
                assertThat(entered.get()).isEqualTo(200);
            }
        }
        threads.shutdown();
        assertThat(warehouse.sql().fetch("SELECT FROM etl.load_units")).hasSize(4_000);
    }
}
