package io.fieldhouse.etl.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.quality.QualityRule.Severity;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.tracktik.rules.Cells;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of an issue, and what stops a load. */
class QualityCheckIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    /** Finds the keys that the check is given, with a word for each. */
    private static final QualityRule KEYS = rule("keys", Scope.UNIT, """
            SELECT key AS entity_key, 'Key ' || key || '.' AS message, jsonb_build_object('is', :word || key) AS details
            FROM string_to_table(:keys, ' ') key WHERE key <> ''""");

    private static final QualityRule SHARED = rule("shared", Scope.DIMENSION, null);
    private static final QualityRule GIVEN = rule("given", Scope.UNIT, null);

    private Cells cells;
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void begin() throws SQLException {
        cells = new Cells(warehouse);
        connection = cells.connect();
        sql = Sql.on(connection, "Checking");
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
        cells.close();
    }

    private static QualityRule rule(String name, Scope scope, @Nullable String sql) {
        return new QualityRule(
                "servicetitan",
                name,
                Severity.WARNING,
                "job",
                scope,
                sql == null ? null : SqlText.of(sql),
                Map.of("word", "a "));
    }

    private QualityCheck unit(String unit, String keys, QualityRule... stopping) {
        return QualityCheck.ofUnit(cells.attempt(unit), Map.of("keys", keys), Set.of(stopping));
    }

    /** What comes of a rule in a check of a unit that finds these keys, committed. */
    private RuleReport check(String unit, String keys) throws SQLException {
        List<RuleReport> reports = unit(unit, keys).run(sql, List.of(KEYS));
        connection.commit();
        assertThat(reports).hasSize(2);
        assertThat(reports.get(1)).isEqualTo(new RuleReport("rule cannot be run", 0, 0, 0));
        return reports.get(0);
    }

    private List<String> open() {
        return cells.issues("entity_key", "closed_at IS NULL");
    }

    @Test
    void issueOpensOnceIsSeenAgainClosesAndComesBackAsAnother() throws SQLException {
        assertThat(check("a", "1 2")).isEqualTo(new RuleReport("keys", 2, 0, 0));
        assertThat(check("a", "1 2 3")).isEqualTo(new RuleReport("keys", 1, 2, 0));
        RuleReport third = check("a", "3");
        assertThat(third).isEqualTo(new RuleReport("keys", 0, 1, 2));
        assertThat(third.open()).isEqualTo(1);
        assertThat(check("a", "1 3")).isEqualTo(new RuleReport("keys", 1, 1, 0));

        assertThat(cells.issues(
                        "concat(entity_key, ' ', occurrences, CASE WHEN closed_at >= last_seen_at THEN ' closed' END)",
                        "true"))
                .containsExactly("1 2 closed", "1 1", "2 2 closed", "3 3");
    }

    @Test
    void issueSaysWhatWasSeenLast() throws SQLException {
        check("a", "1");
        QualityRule worse = new QualityRule(
                KEYS.source(),
                KEYS.name(),
                Severity.ERROR,
                KEYS.entity(),
                Scope.UNIT,
                KEYS.sql(),
                Map.of("word", "b "));
        Attempt attempt = cells.attempt("b");
        QualityCheck.ofUnit(attempt, Map.of("keys", "1"), Set.of()).run(sql, List.of(worse));
        connection.commit();

        assertThat(cells.issues("concat_ws(' ', severity, message, details, unit_id, run_id)", "true"))
                .containsExactly("error Key 1. {\"is\": \"b 1\"} " + attempt.unitId() + " " + attempt.runId());
        assertThat(cells.issues("first_seen_at < last_seen_at", "true")).containsExactly("true");
    }

    @Test
    void issueThatIsSeenInAnotherUnitIsNotClosedByTheFormer() throws SQLException {
        check("a", "1 2");
        assertThat(check("b", "2 3")).isEqualTo(new RuleReport("keys", 1, 1, 0));
        assertThat(check("a", "")).isEqualTo(new RuleReport("keys", 0, 0, 1));
        assertThat(open()).containsExactly("2", "3");
        assertThat(check("b", "")).isEqualTo(new RuleReport("keys", 0, 0, 2));
    }

    @Test
    void checkOfTheDimensionsClosesWhateverItsRuleNoLongerFinds() throws SQLException {
        for (String keys : List.of("1 2", "2 3")) {
            List<Finding> found = findings(keys.split(" "));
            QualityCheck.ofDimensions(cells.attemptWithoutUnit(), Set.of())
                    .run(sql, List.of(KEYS, SHARED, GIVEN), Map.of(SHARED, found, GIVEN, findings("9")));
            connection.commit();
        }
        assertThat(open()).containsExactly("2", "3");
        assertThat(cells.issues("rule", "unit_id IS NOT NULL OR rule <> 'shared'"))
                .isEmpty();
    }

    private static List<Finding> findings(String... keys) {
        return List.of(keys).stream()
                .map(key -> new Finding(key, "Key " + key + ".", "{}"))
                .toList();
    }

    @Test
    void ruleThatNobodyHasFindingsForIsNotChecked() throws SQLException {
        unit("a", "").run(sql, List.of(GIVEN), Map.of(GIVEN, findings("1", "1")));
        assertThat(unit("a", "").run(sql, List.of(GIVEN))).isEmpty();
        connection.commit();
        assertThat(cells.issues("occurrences", "closed_at IS NULL")).containsExactly("1");

        unit("a", "").run(sql, List.of(GIVEN), Map.of(GIVEN, List.of()));
        connection.commit();
        assertThat(open()).isEmpty();
    }

    @Test
    void checksInOneTransactionFollowOneAnother() throws SQLException {
        unit("a", "1 2").run(sql, List.of(KEYS));
        assertThat(unit("a", "2").run(sql, List.of(KEYS))).contains(new RuleReport("keys", 0, 1, 1));
        connection.commit();
        assertThat(open()).containsExactly("2");
    }

    @Test
    void ruleThatCannotBeRunIsAnIssueAndStopsNothing() throws SQLException {
        QualityRule divides = rule(
                "divides",
                Scope.UNIT,
                "SELECT (1 / :keys::integer)::text AS entity_key, 'One.' AS message, NULL::jsonb AS details");
        check("a", "1");
        List<RuleReport> reports = unit("a", "0").run(sql, List.of(divides, KEYS));
        connection.commit();

        assertThat(reports)
                .containsExactly(new RuleReport("keys", 1, 0, 1), new RuleReport("rule cannot be run", 1, 0, 0));
        assertThat(cells.issues("concat_ws(' ', severity, entity, entity_key, message)", "rule = 'rule cannot be run'"))
                .containsExactly("error unit rule divides The database refuses the rule: it says 22012.");
        unit("a", "1").run(sql, List.of(KEYS));
        connection.commit();
        assertThat(cells.issues("rule", "closed_at IS NULL")).containsExactly("keys");
    }

    @Test
    void ruleThatStopsLeavesTheRowsOutAndItsIssuesIn() throws SQLException {
        check("a", "1 2");
        QualityCheck check = unit("a", "2 3", KEYS);
        LoadException stopped = catchThrowableOfType(
                LoadException.class, () -> check.run(sql, List.of(GIVEN, KEYS), Map.of(GIVEN, findings("9"))));

        assertThat(stopped.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(stopped).hasMessageContaining("'keys' finds 2.");
        connection.rollback();
        assertThat(open()).containsExactly("1", "2");
        check.keepWhatStopped(sql);
        connection.commit();
        assertThat(cells.issues("concat_ws(' ', entity_key, occurrences, message, details)", "closed_at IS NULL"))
                .containsExactly(
                        "1 1 Key 1. {\"is\": \"a 1\"}", "2 2 Key 2. {\"is\": \"a 2\"}", "3 1 Key 3. {\"is\": \"a 3\"}");
        check.keepWhatStopped(sql);
        connection.commit();
        assertThat(cells.issues("occurrences", "true")).containsExactly("1", "2", "1");

        assertThat(check("a", "")).isEqualTo(new RuleReport("keys", 0, 0, 3));
    }

    @Test
    void ruleThatStopsAndFindsNothingStopsNothing() throws SQLException {
        List<RuleReport> reports = unit("a", "", KEYS, GIVEN).run(sql, List.of(KEYS, GIVEN), Map.of(GIVEN, List.of()));
        connection.commit();
        assertThat(reports).hasSize(3);
    }

    @Test
    void everyRuleThatStopsIsNamedAndAThousandOfItsRowsAreKept() throws SQLException {
        String many = String.join(
                " ", IntStream.range(0, 1500).mapToObj(Integer::toString).toList());
        QualityCheck check = unit("a", many, KEYS, GIVEN);
        assertThatThrownBy(() -> check.run(sql, List.of(KEYS, GIVEN), Map.of(GIVEN, findings("x"))))
                .hasMessageContaining("'given' finds 1, 'keys' finds 1500.");
        connection.rollback();
        check.keepWhatStopped(sql);
        connection.commit();
        assertThat(open()).hasSize(1001);
    }

    @Test
    void ruleThatStopsAndCannotBeRunStops() {
        QualityRule broken =
                rule("broken", Scope.UNIT, "SELECT 'x' AS entity_key, 'x' AS message, to_jsonb(1 / 0) AS details");
        assertThatThrownBy(() -> unit("a", "", broken).run(sql, List.of(broken)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("'broken'")
                .hasMessageContaining("22012");
    }

    @Test
    void databaseThatGivesUpIsNoRuleThatCannotBeRun() throws SQLException {
        QualityRule slow = rule(
                "slow",
                Scope.UNIT,
                "SELECT 'x' AS entity_key, 'x' AS message, '{}'::jsonb AS details FROM pg_sleep(60)");
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = 50");
        }
        LoadException stopped =
                catchThrowableOfType(LoadException.class, () -> unit("a", "").run(sql, List.of(slow)));
        assertThat(stopped.kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void ruleWithAValueThatNobodyGivesIsRefused() {
        QualityRule asks = rule("asks", Scope.UNIT, "SELECT :nobody AS entity_key");
        assertThatThrownBy(() -> unit("a", "").run(sql, List.of(asks)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":nobody");
    }

    @Test
    void checkIsPartOfATransactionAndLeavesItsSettingsAlone() throws SQLException {
        unit("a", "1").run(sql, List.of(KEYS));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('enable_nestloop'), current_setting('jit') = "
                        + "(SELECT reset_val FROM pg_settings WHERE name = 'jit')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getBoolean(2)).isTrue();
        }
        connection.rollback();
        connection.setAutoCommit(true);
        assertThatThrownBy(() -> unit("a", "1").run(sql, List.of(KEYS))).isInstanceOf(IllegalStateException.class);
    }
}
