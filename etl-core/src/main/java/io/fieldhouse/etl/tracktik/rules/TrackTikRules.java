package io.fieldhouse.etl.tracktik.rules;

import static io.fieldhouse.etl.quality.QualityRule.Severity.ERROR;
import static io.fieldhouse.etl.quality.QualityRule.Severity.INFO;
import static io.fieldhouse.etl.quality.QualityRule.Severity.WARNING;

import io.fieldhouse.etl.quality.Finding;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.quality.QualityRule.Scope;
import io.fieldhouse.etl.quality.QualityRule.Severity;
import java.util.List;
import java.util.Map;

/**
 * The rules for what comes from TrackTik. Those of a unit are given its cell: {@code period_id} and {@code region_id}.
 * docs/quality.md says why each matters, and what to do.
 */
public final class TrackTikRules {
    /** Given by the load: see {@link #countDiffers}. */
    public static final QualityRule COUNT_DIFFERS =
            new QualityRule("tracktik", "count differs", ERROR, "feed", Scope.UNIT, null, Map.of());

    private TrackTikRules() {}

    /** All of them. */
    public static List<QualityRule> all(HourLimits limits) {
        return List.of(
                ofSites("missing building code", WARNING, SiteSql.MISSING_BUILDING_CODE),
                ofSites("missing time zone", INFO, SiteSql.MISSING_TIME_ZONE),
                new QualityRule(
                        "tracktik",
                        "shift without a place",
                        WARNING,
                        "shift",
                        Scope.DIMENSION,
                        SiteSql.SHIFT_WITHOUT_A_PLACE,
                        Map.of()),
                ofUnit("duplicate shift", ERROR, "shift", CellSql.DUPLICATE_SHIFT),
                ofUnit("overlapping shifts", WARNING, "shift", CellSql.OVERLAPPING_SHIFTS),
                ofUnit("hours out of range", ERROR, "shift", CellSql.HOURS_OUT_OF_RANGE, limits.values()),
                ofUnit("worked far above scheduled", WARNING, "shift", CellSql.WORKED_FAR_ABOVE, limits.values()),
                ofUnit("missing clock-out", WARNING, "shift", CellSql.MISSING_CLOCK_OUT),
                ofUnit("billed but not worked", ERROR, "shift", CellSql.BILLED_BUT_NOT_WORKED),
                ofUnit("work at a closed site", WARNING, "client", CellSql.WORK_AT_A_CLOSED_SITE),
                ofUnit("unknown region", WARNING, "region", CellSql.unknown("region", "shifts")),
                ofUnit("unknown employee", WARNING, "employee", CellSql.unknown("employee", "shifts")),
                ofUnit("unknown pay code", WARNING, "pay code", CellSql.unknown("pay_code", "shifts")),
                ofUnit("unknown billing code", WARNING, "billing code", CellSql.unknown("billing_code", "billing")),
                COUNT_DIFFERS);
    }

    /** What {@link #COUNT_DIFFERS} has to say of a feed's records in a cell: nothing where the counts are the same. */
    public static List<Finding> countDiffers(String feed, int periodId, long regionId, long counted, long read) {
        return countDiffers(feed, feed + " " + periodId + "/" + regionId, counted, read);
    }

    private static List<Finding> countDiffers(String feed, String key, long counted, long read) {
        return counted == read
                ? List.of()
                : List.of(new Finding(
                        key,
                        "TrackTik counts " + counted + " " + feed + ", and " + read + " were read.",
                        "{\"counted\": " + counted + ", \"read\": " + read + "}"));
    }

    /** The same of a whole dimension: its feed is what it is about, so that each feed's issues open and close alone. */
    public static QualityRule dimensionCountDiffers(String feed) {
        return new QualityRule("tracktik", COUNT_DIFFERS.name(), ERROR, feed, Scope.DIMENSION, null, Map.of());
    }

    /** What {@link #dimensionCountDiffers} has to say: nothing where the counts are the same. */
    public static List<Finding> countDiffers(String feed, long counted, long read) {
        return countDiffers(feed, "all", counted, read);
    }

    private static QualityRule ofSites(String name, Severity severity, String sql) {
        return new QualityRule("tracktik", name, severity, "client", Scope.DIMENSION, sql, Map.of());
    }

    private static QualityRule ofUnit(String name, Severity severity, String entity, String sql) {
        return ofUnit(name, severity, entity, sql, Map.of());
    }

    private static QualityRule ofUnit(
            String name, Severity severity, String entity, String sql, Map<String, Object> values) {
        return new QualityRule("tracktik", name, severity, entity, Scope.UNIT, sql, values);
    }
}
