package io.fieldhouse.etl.tracktik.rules;

import static io.fieldhouse.etl.quality.QualityRule.Severity.ERROR;
import static io.fieldhouse.etl.quality.QualityRule.Severity.INFO;
import static io.fieldhouse.etl.quality.QualityRule.Severity.WARNING;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_EMPLOYEES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_PAY_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_REGIONS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_BILLING;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_SHIFTS;

import io.fieldhouse.etl.dimension.Dimension;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.quality.QualityRule.Severity;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.util.List;
import java.util.Map;
import org.jooq.Table;

/**
 * The rules for what comes from TrackTik. Those of a unit are given its cell: {@code period_id} and {@code region_id}.
 * docs/quality.md says why each matters, and what to do.
 */
public final class TrackTikRules {
    private static final Statements SQL = Statements.of(TrackTikRules.class);

    /** Given by the load. */
    public static final QualityRule COUNT_DIFFERS = QualityRule.countDiffers("tracktik", "feed", Scope.UNIT);

    private TrackTikRules() {}

    /** All of them. The SQL of each is the statement of its name. */
    public static List<QualityRule> all(HourLimits limits) {
        return List.of(
                ofDimensions("missing building code", WARNING, "client"),
                ofDimensions("missing time zone", INFO, "client"),
                ofDimensions("shift without a place", WARNING, "shift"),
                ofUnit("duplicate shift", ERROR, "shift", Map.of()),
                ofUnit("overlapping shifts", WARNING, "shift", Map.of("overlaps", SQL.fragment("overlaps"))),
                ofUnit("hours out of range", ERROR, "shift", limits.values()),
                ofUnit("worked far above scheduled", WARNING, "shift", limits.values()),
                ofUnit("missing clock-out", WARNING, "shift", Map.of()),
                ofUnit("billed but not worked", ERROR, "shift", Map.of()),
                ofUnit("work at a closed site", WARNING, "client", Map.of("in_cell", SQL.fragment("in_cell"))),
                unknown("region", DIM_REGIONS, FACT_SHIFTS),
                unknown("employee", DIM_EMPLOYEES, FACT_SHIFTS),
                unknown("pay code", DIM_PAY_CODES, FACT_SHIFTS),
                unknown("billing code", DIM_BILLING_CODES, FACT_BILLING),
                COUNT_DIFFERS);
    }

    private static QualityRule ofDimensions(String name, Severity severity, String entity) {
        return new QualityRule("tracktik", name, severity, entity, Scope.DIMENSION, sql(name), Map.of());
    }

    private static QualityRule ofUnit(String name, Severity severity, String entity, Map<String, Object> values) {
        return new QualityRule("tracktik", name, severity, entity, Scope.UNIT, sql(name), values);
    }

    private static QualityRule unknown(String member, Table<?> table, Table<?> fact) {
        Dimension dimension = Dimension.in(table);
        Map<String, Object> values = Map.of(
                "word", member,
                "dimension", SqlText.of(dimension.name()),
                "key", SqlText.of(dimension.versionKey()),
                "id", SqlText.of(dimension.key()),
                "fact", SqlText.of("tracktik." + fact.getName()),
                "in_cell", SQL.fragment("in_cell"));
        return new QualityRule(
                "tracktik", "unknown " + member, WARNING, member, Scope.UNIT, sql("unknown member"), values);
    }

    private static SqlText sql(String name) {
        return SQL.get(name.replace(' ', '-'));
    }
}
