package io.fieldhouse.etl.quality;

import static java.util.Objects.requireNonNull;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of checks of several units and of the dimensions, some of them rolled back, against a naive model. */
class IssueHistoryIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final List<QualityRule> OF_UNITS = List.of(rule("one", Scope.UNIT), rule("another", Scope.UNIT));
    private static final QualityRule OF_DIMENSIONS = rule("shared", Scope.DIMENSION);

    private static QualityRule rule(String name, Scope scope) {
        return new QualityRule("tracktik", name, Severity.INFO, "shift", scope, null, Map.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void issuesAreWhatTheLastChecksOfTheirUnitsHaveSeen(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Cells cells = new Cells(warehouse);
                Connection connection = cells.connect()) {
            Map<String, Attempt> units = new HashMap<>();
            for (String unit : List.of("a", "b", "c")) {
                units.put(unit, cells.attempt(unit));
            }
            Attempt dimensions = cells.attemptWithoutUnit();
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            Map<String, NaiveIssues> models = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                String unit = List.of("a", "b", "c", "").get(random.nextInt(4));
                if (unit.isEmpty()) {
                    Set<String> found = keys(random);
                    assertThat(QualityCheck.ofDimensions(dimensions, Set.of())
                                    .run(
                                            Sql.on(connection, "Checking"),
                                            List.of(OF_DIMENSIONS),
                                            Map.of(OF_DIMENSIONS, findings(found, random))))
                            .contains(model(models, "shared").see("shared", null, found));
                } else {
                    checkUnit(connection, random, unit, units, models);
                }
                connection.commit();
                assertSame(sql, models, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void checkUnit(
            Connection connection,
            Random random,
            String unit,
            Map<String, Attempt> units,
            Map<String, NaiveIssues> models)
            throws SQLException {
        Attempt attempt = requireNonNull(units.get(unit));
        QualityCheck check = QualityCheck.ofUnit(attempt, Map.of(), Set.of());
        Sql sql = Sql.on(connection, "Checking");
        if (random.nextInt(4) == 0) {
            check.run(sql, OF_UNITS, Map.of(OF_UNITS.get(0), findings(keys(random), random)));
            connection.rollback();
        }
        Map<QualityRule, List<Finding>> given = new HashMap<>();
        List<RuleReport> expected = new ArrayList<>();
        for (QualityRule rule : OF_UNITS) {
            if (random.nextInt(5) > 0) {
                Set<String> found = keys(random);
                given.put(rule, findings(found, random));
                expected.add(model(models, rule.name()).see(rule.name(), unit, found));
            }
        }
        assertThat(check.run(sql, OF_UNITS, given)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static NaiveIssues model(Map<String, NaiveIssues> models, String rule) {
        return models.computeIfAbsent(rule, any -> new NaiveIssues());
    }

    private static Set<String> keys(Random random) {
        Set<String> keys = new TreeSet<>();
        int share = random.nextInt(4);
        for (int key = 1; key <= 6; key++) {
            if (random.nextInt(3) < share) {
                keys.add(String.valueOf(key));
            }
        }
        return keys;
    }

    /** In any order, and some of them twice. */
    private static List<Finding> findings(Set<String> keys, Random random) {
        List<Finding> findings = new ArrayList<>();
        for (String key : keys) {
            for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                findings.add(random.nextInt(findings.size() + 1), new Finding(key, "Key " + key + ".", "{}"));
            }
        }
        return findings;
    }

    private static void assertSame(DSLContext sql, Map<String, NaiveIssues> models, String said) {
        for (Map.Entry<String, NaiveIssues> model : models.entrySet()) {
            List<String> stored = sql.fetch("""
                            SELECT concat_ws(' ', entity_key, coalesce(u.feed, 'null'), occurrences,
                                             CASE WHEN closed_at IS NOT NULL THEN 'closed' END)
                            FROM etl.data_quality_issues LEFT JOIN etl.load_units u USING (unit_id)
                            WHERE rule = '%s'""".formatted(model.getKey())).getValues(0, String.class);
            assertThat(stored)
                    .as("%s, rule %s", said, model.getKey())
                    .containsExactlyInAnyOrderElementsOf(model.getValue().lines());
        }
    }
}
