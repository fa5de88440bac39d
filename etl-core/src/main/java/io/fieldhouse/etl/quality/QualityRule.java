package io.fieldhouse.etl.quality;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.SqlText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What data should be like, and how to find what is not.
 *
 * <p>Its SQL is a query of the offending rows: {@code entity_key text}, {@code message text} (a sentence without personal
 * data) and {@code details jsonb} (the figures), one row a key. One that looks beyond the unit also has {@code unit_id
 * bigint}, whose issue it is, or null for the unit's own; and a row without a message for what is open in another unit and
 * does not offend any more. The SQL names the values that the check is given, and its own, as {@code :period_id}. It is
 * planned without statistics of what was just loaded, so it joins by equality, and looks things up one by one only in a
 * {@code LATERAL} with {@code OFFSET 0}.
 *
 * @param source the vendor
 * @param name what it finds, in a few words
 * @param severity how bad that is
 * @param entity what its rows are about, such as {@code shift}
 * @param scope where it looks
 * @param sql the query, or null where the load itself has the findings
 * @param values the values of its own that the query names
 */
public record QualityRule(
        String source,
        String name,
        Severity severity,
        String entity,
        Scope scope,
        @Nullable SqlText sql,
        Map<String, Object> values) {
    public QualityRule {
        values = Map.copyOf(values);
    }

    /** The rule that as many records were read as the vendor counts; the load itself has the findings. */
    public static QualityRule countDiffers(String source, String entity, Scope scope) {
        return new QualityRule(source, "count differs", Severity.ERROR, entity, scope, null, Map.of());
    }

    /** How bad it is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Somebody should look at it. */
        WARNING,
        /** Numbers are wrong until it is mended. */
        ERROR;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a rule looks, and so what it can say is no longer so. */
    public enum Scope {
        /** The facts of one unit: closes issues of that unit. */
        UNIT,
        /** The dimensions, once a load: closes any issue of the rule. */
        DIMENSION
    }

    /**
     * The rules that are to stop a unit, as a configuration names them.
     *
     * @throws Refusal if there is no rule of such a name, or it looks at no unit and so can stop none
     */
    public static Set<QualityRule> stopping(Collection<String> names, List<QualityRule> rules) {
        List<QualityRule> able =
                rules.stream().filter(rule -> rule.scope() == Scope.UNIT).toList();
        Set<String> unknown = new TreeSet<>(names);
        able.forEach(rule -> unknown.remove(rule.name()));
        if (!unknown.isEmpty()) {
            throw new Refusal("No rule that can stop a unit is called " + quoted(unknown) + ". There are "
                    + quoted(able.stream().map(QualityRule::name).toList()) + ".");
        }
        return able.stream().filter(rule -> names.contains(rule.name())).collect(Collectors.toUnmodifiableSet());
    }

    private static String quoted(Collection<String> names) {
        return names.stream().collect(Collectors.joining("', '", "'", "'"));
    }
}
