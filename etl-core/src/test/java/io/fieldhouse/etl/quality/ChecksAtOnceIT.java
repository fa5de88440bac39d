package io.fieldhouse.etl.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.quality.QualityRule.Severity;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.tracktik.rules.Cells;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks of several units at the same time, each by a connection of its own. */
class ChecksAtOnceIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final List<QualityRule> RULES = List.of(rule("a"), rule("b"), rule("c"));

    private Cells cells;

    @BeforeEach
    void begin() throws SQLException {
        cells = new Cells(warehouse);
    }

    @AfterEach
    void end() throws SQLException {
        cells.close();
    }

    private static QualityRule rule(String name) {
        return new QualityRule("tracktik", name, Severity.ERROR, "shift", Scope.UNIT, null, Map.of());
    }

    private static List<RuleReport> check(Connection connection, Attempt attempt, int... keys) {
        List<Finding> found = IntStream.of(keys).mapToObj(key -> finding(key)).toList();
        return QualityCheck.ofUnit(attempt, Map.of(), Set.of())
                .run(Sql.on(connection, "Checking"), RULES, Map.of(RULES.get(0), found));
    }

    private static Finding finding(int key) {
        return new Finding(String.valueOf(key), "Key " + key + ".", "{}");
    }

    @Test
    void issueThatAnotherCheckIsAboutToOpenIsSeenAgain() throws Exception {
        Attempt first = cells.attempt("first");
        Attempt second = cells.attempt("second");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection here = cells.connect();
                Connection there = cells.connect()) {
            check(here, first, 1, 2);
            Future<List<RuleReport>> waiting = other.submit(() -> {
                List<RuleReport> reports = check(there, second, 3, 2, 1);
                there.commit();
                return reports;
            });
            awaitSomebodyWaiting();
            here.commit();
            assertThat(waiting.get()).contains(new RuleReport("a", 1, 2, 0));
            assertThat(check(here, first)).contains(new RuleReport("a", 0, 0, 0));
            here.commit();
        } finally {
            other.shutdownNow();
        }
        assertThat(cells.issues("concat_ws(' ', entity_key, occurrences, unit_id)", "closed_at IS NULL"))
                .containsExactly("1 2 " + second.unitId(), "2 2 " + second.unitId(), "3 1 " + second.unitId());
    }

    private static void awaitSomebodyWaiting() {
        while (!Boolean.TRUE.equals(warehouse.sql().fetchValue("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                               WHERE datname = current_database() AND wait_event_type = 'Lock')"""))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void issueThatAnotherCheckIsAboutToSeeIsLeftToIt() throws SQLException {
        Attempt first = cells.attempt("first");
        Attempt second = cells.attempt("second");
        try (Connection here = cells.connect();
                Connection there = cells.connect()) {
            check(here, first, 1, 2);
            here.commit();
            check(there, second, 1);
            assertThat(check(here, first)).contains(new RuleReport("a", 0, 0, 1));
            here.commit();
            there.commit();
        }
        assertThat(cells.issues("concat_ws(' ', entity_key, unit_id)", "closed_at IS NULL"))
                .containsExactly("1 " + second.unitId());
    }

    @Test
    void transactionThatBeganEarlierMaySeeAnIssueLater() throws SQLException {
        try (Connection early = cells.connect();
                Connection late = cells.connect()) {
            Attempt first = cells.attempt("first");
            early.createStatement().execute("SELECT now()");
            check(late, first, 1, 2);
            late.commit();
            assertThat(check(early, first, 1)).contains(new RuleReport("a", 0, 1, 1));
            early.commit();
        }
        assertThat(cells.issues("first_seen_at = last_seen_at", "true")).containsExactly("true", "true");
    }

    @Test
    void checksThatFindTheSameInAnyOrderNeitherFailNorForget() throws Exception {
        int rounds = 25;
        int loaders = 4;
        ExecutorService threads = Executors.newFixedThreadPool(loaders);
        CyclicBarrier together = new CyclicBarrier(loaders);
        try {
            List<Future<Integer>> sightings = new ArrayList<>();
            for (int loader = 0; loader < loaders; loader++) {
                Attempt attempt = cells.attempt("unit " + loader);
                Random random = new Random(loader);
                sightings.add(threads.submit(() -> load(attempt, random, rounds, together)));
            }
            int all = 0;
            for (Future<Integer> seen : sightings) {
                all += seen.get();
            }
            assertThat(cells.issues("occurrences", "true").stream()
                            .mapToInt(Integer::parseInt)
                            .sum())
                    .isEqualTo(all);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Finds a random share of the keys over and over, in random order; says how many sightings that was. */
    private int load(Attempt attempt, Random random, int rounds, CyclicBarrier together) throws Exception {
        int sightings = 0;
        try (Connection connection = cells.connect()) {
            for (int round = 0; round < rounds; round++) {
                List<QualityRule> rules = new ArrayList<>(RULES);
                Collections.shuffle(rules, random);
                Map<QualityRule, List<Finding>> given = new HashMap<>();
                for (QualityRule rule : rules) {
                    List<Finding> found = new ArrayList<>();
                    for (int key = 0; key < 40; key++) {
                        if (random.nextInt(3) > 0) {
                            found.add(finding(key));
                        }
                    }
                    Collections.shuffle(found, random);
                    sightings += found.size();
                    given.put(rule, found);
                }
                together.await(60, TimeUnit.SECONDS);
                QualityCheck.ofUnit(attempt, Map.of(), Set.of()).run(Sql.on(connection, "Checking"), rules, given);
                connection.commit();
            }
        }
        return sightings;
    }
}
