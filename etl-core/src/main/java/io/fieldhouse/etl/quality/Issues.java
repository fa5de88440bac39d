package io.fieldhouse.etl.quality;

import static java.util.Objects.requireNonNull;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The statements of one check. First all that offends is found, and lies in a table of the transaction's own. Then issues
 * are opened and seen again, in the order of their rules and keys; then others are closed, but for those that another
 * check has just seen. Only the second step waits for another check, and always for what comes later in one and the same
 * order: no two ever wait for each other.
 */
final class Issues {
    private static final Statements SQL = Statements.of(Issues.class);

    private final Sql sql;

    Issues(Sql sql, Scope scope, Attempt attempt) {
        this.sql = sql.with("unit_id", attempt.unitId())
                .with("run_id", attempt.runId())
                .with("of_any_unit", scope == Scope.DIMENSION);
    }

    /**
     * Works from nothing found. There are no statistics of what this transaction has loaded. The planner takes it for a row
     * or none, and would loop over all of it for each of its rows; hence no nested loops, but for those that a query cannot
     * do without. These then look so costly that a server of before version 18 would compile the query.
     */
    <R> R work(Supplier<R> work) {
        sql.requireTransaction();
        sql.run(SQL.get("begin"));
        return sql.without(List.of("enable_nestloop", "jit"), work);
    }

    /** Finds what offends a rule by its SQL, and says how much that is. */
    long find(QualityRule rule) {
        return find(
                rule,
                sql.attempting("Running the rule '" + rule.name() + "'")
                        .with(rule.values())
                        .with("query", requireNonNull(rule.sql())));
    }

    /** Takes what offends a rule from somebody who knows, and says how much that is. */
    long find(QualityRule rule, List<Finding> given) {
        return find(
                rule,
                sql.with("query", SQL.get("given"))
                        .with("keys", column(given, Finding::entityKey))
                        .with("messages", column(given, Finding::message))
                        .with("details", column(given, Finding::details)));
    }

    /** If it cannot be run, nothing has happened. */
    private static long find(QualityRule rule, Sql query) {
        return query.orUndone(() -> of(rule, query).number(SQL.get("find")));
    }

    /** Some of what offends a rule and would be the unit's own issues. */
    List<Finding> some(QualityRule rule, int most) {
        return of(rule, sql)
                .with("most", most)
                .all(SQL.get("some"), row -> new Finding(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Opens issues, or sees them again, and closes what was open of some rules in this scope and is not found any more. */
    List<RuleReport> settle(Collection<QualityRule> rules) {
        Map<String, List<Long>> seen = see();
        Map<String, List<Long>> closed = sql.with("rules", column(rules, QualityRule::name))
                .with("sources", column(rules, QualityRule::source))
                .with("entities", column(rules, QualityRule::entity))
                .counts(SQL.get("close"));
        return rules.stream()
                .map(rule -> {
                    String id = rule.source() + " " + rule.name();
                    List<Long> open = seen.getOrDefault(id, List.of(0L, 0L));
                    List<Long> gone = closed.getOrDefault(id, List.of(0L));
                    return new RuleReport(rule.name(), open.get(0), open.get(1), gone.get(0));
                })
                .toList();
    }

    /** Opens issues, or sees them again: how many of each, by rule. */
    Map<String, List<Long>> see() {
        return sql.counts(SQL.get("see"));
    }

    private static <T> List<String> column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toList();
    }

    private static Sql of(QualityRule rule, Sql sql) {
        return sql.with(Map.of(
                "rule", rule.name(),
                "source", rule.source(),
                "entity", rule.entity(),
                "severity", rule.severity().text()));
    }
}
