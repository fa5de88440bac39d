package io.fieldhouse.etl.quality;

import static java.util.Objects.requireNonNull;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one check. First all that offends is found, and lies in a table of the transaction's own. Then issues
 * are opened and seen again, in the order of their rules and keys; then others are closed, but for those that another
 * check has just seen. Only the second step waits for another check, and always for what comes later in one and the same
 * order: no two ever wait for each other.
 */
final class Issues {
    private final Connection connection;
    private final Scope scope;
    private final NamedSql sql;

    Issues(Connection connection, Scope scope, Attempt attempt, Map<String, ?> values) {
        this.connection = connection;
        this.scope = scope;
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("unit_id", attempt.unitId());
        all.put("run_id", attempt.runId());
        this.sql = new NamedSql(connection, all);
    }

    /**
     * Before anything is found. There are no statistics of what this transaction has loaded. The planner takes it for a
     * row or none, and would loop over all of it for each of its rows; hence no nested loops, but for those that a query
     * cannot do without. These then look so costly that a server of before version 18 would compile the query.
     */
    void begin() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("A check is part of a transaction.");
        }
        sql.run("""
                DROP TABLE IF EXISTS pg_temp.quality_found;
                CREATE TEMP TABLE quality_found (
                    source text NOT NULL, rule text NOT NULL, severity text NOT NULL, entity text NOT NULL,
                    entity_key text NOT NULL, message text, details jsonb, unit_id bigint
                ) ON COMMIT DROP;
                SET LOCAL enable_nestloop = off;
                SET LOCAL jit = off""");
    }

    /** Finds what offends a rule by its SQL, and says how much that is. */
    long find(QualityRule rule) throws SQLException {
        return find(rule, requireNonNull(rule.sql()), rule.values());
    }

    /** Takes what offends a rule from somebody who knows, and says how much that is. */
    long find(QualityRule rule, List<Finding> given) throws SQLException {
        return find(
                rule,
                "SELECT entity_key, message, details::jsonb"
                        + " FROM unnest(:keys, :messages, :details) AS given(entity_key, message, details)",
                Map.of(
                        "keys", array(given.stream().map(Finding::entityKey)),
                        "messages", array(given.stream().map(Finding::message)),
                        "details", array(given.stream().map(Finding::details))));
    }

    /** If it cannot be run, nothing has happened. A query that does not say whose issues they are finds the unit's own. */
    private long find(QualityRule rule, String query, Map<String, Object> values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            long found = of(rule).with(values).number("""
                    WITH found AS (
                        INSERT INTO quality_found
                        SELECT DISTINCT ON (entity_key)
                               :source, :rule, :severity, :entity, entity_key, message, details,
                               coalesce(offending.unit_id, checked.unit_id)
                        FROM (SELECT :unit_id::bigint AS unit_id) AS checked
                        CROSS JOIN LATERAL (SELECT entity_key, message, details, unit_id FROM (
                        %s
                        ) AS offending) AS offending
                        ORDER BY entity_key, message
                        RETURNING message)
                    SELECT count(message) FROM found""".formatted(query));
            connection.releaseSavepoint(before);
            return found;
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }

    private Array array(Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Some of what offends a rule and would be the unit's own issues. */
    List<Finding> some(QualityRule rule, int most) throws SQLException {
        return of(rule).with(Map.of("most", most))
                .all("""
                SELECT entity_key, message, details FROM quality_found
                WHERE source = :source AND rule = :rule AND unit_id IS NOT DISTINCT FROM :unit_id::bigint
                ORDER BY entity_key LIMIT :most""", row -> new Finding(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Opens issues, or sees them again, and closes what was open of some rules in this scope and is not found any more. */
    List<RuleReport> settle(Collection<QualityRule> rules) throws SQLException {
        Map<String, List<Long>> seen = see();
        Map<String, List<Long>> closed = close(rules);
        return rules.stream()
                .map(rule -> {
                    List<Long> open = seen.getOrDefault(id(rule), List.of(0L, 0L));
                    List<Long> gone = closed.getOrDefault(id(rule), List.of(0L));
                    return new RuleReport(rule.name(), open.get(0), open.get(1), gone.get(0));
                })
                .toList();
    }

    private static String id(QualityRule rule) {
        return rule.source() + " " + rule.name();
    }

    /** Opens issues, or sees them again: how many of each, by rule. */
    Map<String, List<Long>> see() throws SQLException {
        return sql.counts("""
                WITH seen AS (
                    INSERT INTO etl.data_quality_issues AS i
                        (rule, severity, source, entity, entity_key, unit_id, run_id, message, details)
                    SELECT rule, severity, source, entity, entity_key, unit_id, :run_id::bigint, message, details
                    FROM quality_found
                    WHERE message IS NOT NULL
                    ORDER BY source, rule, entity_key
                    ON CONFLICT (rule, source, entity, entity_key) WHERE closed_at IS NULL
                    DO UPDATE SET severity = excluded.severity, unit_id = excluded.unit_id, run_id = excluded.run_id,
                                  message = excluded.message, details = excluded.details, occurrences = i.occurrences + 1,
                                  -- Another transaction may have begun later than this one, and seen it earlier.
                                  last_seen_at = greatest(i.last_seen_at, now())
                    RETURNING source || ' ' || rule AS id, occurrences)
                SELECT id, count(*) FILTER (WHERE occurrences = 1), count(*) FILTER (WHERE occurrences > 1)
                FROM seen GROUP BY id""");
    }

    private Map<String, List<Long>> close(Collection<QualityRule> rules) throws SQLException {
        Map<String, Array> checked = Map.of(
                "rules", array(rules.stream().map(QualityRule::name)),
                "sources", array(rules.stream().map(QualityRule::source)),
                "entities", array(rules.stream().map(QualityRule::entity)));
        return sql.with(checked).counts("""
                WITH closed AS (
                    UPDATE etl.data_quality_issues SET closed_at = greatest(last_seen_at, now())
                    WHERE issue_id = ANY (ARRAY(
                        SELECT issue_id FROM etl.data_quality_issues i
                        WHERE (rule, source, entity) IN (SELECT * FROM unnest(:rules, :sources, :entities))
                          AND closed_at IS NULL %s
                          AND NOT EXISTS (SELECT FROM quality_found f
                                          WHERE f.source = i.source AND f.rule = i.rule AND f.entity_key = i.entity_key)
                        FOR UPDATE SKIP LOCKED) || ARRAY(
                        SELECT i.issue_id FROM quality_found f CROSS JOIN LATERAL (
                            SELECT issue_id FROM etl.data_quality_issues
                            WHERE (rule, source, entity, entity_key) = (f.rule, f.source, f.entity, f.entity_key)
                              AND closed_at IS NULL
                            FOR UPDATE SKIP LOCKED) i
                        WHERE f.message IS NULL))
                    RETURNING source || ' ' || rule AS id)
                SELECT id, count(*) FROM closed GROUP BY id""".formatted(scope == Scope.UNIT ? "AND unit_id = :unit_id" : ""));
    }

    void end() throws SQLException {
        sql.run("SET LOCAL enable_nestloop TO DEFAULT; SET LOCAL jit TO DEFAULT");
    }

    private NamedSql of(QualityRule rule) {
        return sql.with(Map.of(
                "rule", rule.name(),
                "source", rule.source(),
                "entity", rule.entity(),
                "severity", rule.severity().text()));
    }
}
