package io.fieldhouse.etl.quality;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.quality.QualityRule.Severity;
import io.fieldhouse.etl.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks what an attempt has loaded, and keeps {@code etl.data_quality_issues}: an issue opens once, is seen again, and
 * closes when its cause is gone. One that is seen in another unit belongs to that unit from then on. To be used by one
 * thread, as the last of what the attempt's transaction does before its ledger: from here on other checks may wait for it.
 *
 * <p>No rule stops a load, not even one that cannot be run, which is an issue like any other: but for those that are
 * configured to. Then {@link #run} throws, the caller rolls back, and the issues go with the rows that they are about.
 * So that somebody learns of them, this remembers some of them, and the caller keeps them in a transaction of its own:
 *
 * <pre>{@code
 * try {
 *     workbench.transaction("Committing a unit", sql -> check.run(sql, rules, findings));
 * } catch (LoadException e) {
 *     workbench.transaction("Keeping what stopped a unit", sql -> {
 *         check.keepWhatStopped(sql);
 *         return check;
 *     });
 *     throw e;
 * }
 * }</pre>
 *
 * <p>They close as others do, when the unit is loaded without them.
 */
public final class QualityCheck {
    /** How many findings of each rule that stops a load are remembered. */
    private static final int MOST_KEPT = 1000;

    private final Scope scope;
    private final Attempt attempt;
    private final Map<String, ?> values;
    private final Set<String> stopping;
    private final Map<QualityRule, List<Finding>> stopped = new LinkedHashMap<>();

    private QualityCheck(Scope scope, Attempt attempt, Map<String, ?> values, Set<QualityRule> stopping) {
        this.scope = scope;
        this.attempt = attempt;
        this.values = Map.copyOf(values);
        this.stopping = stopping.stream().map(QualityRule::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A check of the facts of a unit, by the rules of that scope.
     *
     * @param values what tells the unit's facts from others, by the names that the rules' SQL has for it
     * @param stopping the rules that stop the unit
     */
    public static QualityCheck ofUnit(Attempt attempt, Map<String, ?> values, Set<QualityRule> stopping) {
        if (attempt.unitId() == null) {
            throw new IllegalArgumentException("The facts that are checked are those of a unit.");
        }
        return new QualityCheck(Scope.UNIT, attempt, values, stopping);
    }

    /** A check of the dimensions, by the rules of that scope. */
    public static QualityCheck ofDimensions(Attempt attempt, Set<QualityRule> stopping) {
        return new QualityCheck(Scope.DIMENSION, attempt, Map.of(), stopping);
    }

    /** Runs the rules of its scope that have SQL. */
    public List<RuleReport> run(Sql sql, List<QualityRule> rules) {
        return run(sql, rules, Map.of());
    }

    /**
     * Runs the rules of its scope, each as a few statements over sets.
     *
     * @param sql in a transaction at READ COMMITTED, which the caller commits
     * @param given what the load itself has found, for rules without SQL; those that are not in it are not checked
     * @return what came of each rule that could be run, in the order of their names, and last of that rules can be run
     * @throws LoadException if a rule that stops the load finds something, or the database refuses
     */
    public List<RuleReport> run(Sql sql, List<QualityRule> rules, Map<QualityRule, List<Finding>> given) {
        stopped.clear();
        Issues issues = new Issues(sql.with(values), scope, attempt);
        return issues.work(() -> {
            Map<QualityRule, Long> found = find(issues, checked(rules, given), given);
            stopIfAnyStops(issues, found);
            return issues.settle(found.keySet());
        });
    }

    private List<QualityRule> checked(List<QualityRule> rules, Map<QualityRule, List<Finding>> given) {
        return rules.stream()
                .filter(rule -> rule.scope() == scope && (rule.sql() != null || given.containsKey(rule)))
                .sorted(Comparator.comparing(QualityRule::source).thenComparing(QualityRule::name))
                .toList();
    }

    /** How much offends each rule; one that cannot be run offends the rule that rules can. */
    private Map<QualityRule, Long> find(Issues issues, List<QualityRule> rules, Map<QualityRule, List<Finding>> given) {
        Map<QualityRule, Long> found = new LinkedHashMap<>();
        Map<QualityRule, List<Finding>> failures = new LinkedHashMap<>();
        for (QualityRule rule : rules) {
            if (rule.sql() != null) {
                failures.putIfAbsent(canBeRun(rule.source()), new ArrayList<>());
            }
            try {
                found.put(
                        rule,
                        rule.sql() == null
                                ? issues.find(rule, given.getOrDefault(rule, List.of()))
                                : issues.find(rule));
            } catch (LoadException e) {
                if (e.kind() != Kind.PERMANENT || stopping.contains(rule.name())) {
                    throw e;
                }
                String state = e.state().orElseThrow();
                failures.computeIfAbsent(canBeRun(rule.source()), any -> new ArrayList<>())
                        .add(new Finding(rule.name(), "The database refuses the rule: it says " + state + ".", "{}"));
            }
        }
        for (Map.Entry<QualityRule, List<Finding>> failed : failures.entrySet()) {
            found.put(failed.getKey(), issues.find(failed.getKey(), failed.getValue()));
        }
        return found;
    }

    private QualityRule canBeRun(String source) {
        String entity = scope == Scope.UNIT ? "unit rule" : "dimension rule";
        return new QualityRule(source, "rule cannot be run", Severity.ERROR, entity, scope, null, Map.of());
    }

    private void stopIfAnyStops(Issues issues, Map<QualityRule, Long> found) {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<QualityRule, Long> rule : found.entrySet()) {
            if (rule.getValue() > 0 && stopping.contains(rule.getKey().name())) {
                stopped.put(rule.getKey(), issues.some(rule.getKey(), MOST_KEPT));
                reasons.add("'" + rule.getKey().name() + "' finds " + rule.getValue());
            }
        }
        if (!reasons.isEmpty()) {
            throw new LoadException(
                    Kind.PERMANENT,
                    "The data offends rules that stop its load: " + String.join(", ", reasons)
                            + ". It is not loaded. Fix it at its source, or change the severity of these rules.",
                    null);
        }
    }

    /** Whether a rule has stopped the load, and {@link #keepWhatStopped} has something to keep. */
    public boolean hasStopped() {
        return !stopped.isEmpty();
    }

    /**
     * Keeps what has stopped the load as issues, at most 1000 of each rule, if anything has: after the rollback, in a
     * transaction that the caller commits. Closes nothing, since what is loaded is what was loaded before.
     */
    public void keepWhatStopped(Sql sql) {
        if (hasStopped()) {
            Issues issues = new Issues(sql.with(values), scope, attempt);
            issues.work(() -> {
                stopped.forEach(issues::find);
                return issues.see();
            });
            stopped.clear();
        }
    }
}
