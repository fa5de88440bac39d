package io.fieldhouse.servicetitan.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a report.
 *
 * @param name what ServiceTitan calls it, which differs between reports
 * @param label what people see
 * @param dataType String, Number, Boolean, Date or Time
 * @param isArray whether it takes several values
 * @param isRequired whether the report cannot be run without it
 * @param acceptValues which values it takes; null, or with neither a set nor values, where any
 */
public record ReportParameter(
        @Nullable String name,
        @Nullable String label,
        @Nullable String dataType,
        @Nullable Boolean isArray,
        @Nullable Boolean isRequired,
        @Nullable AcceptedValues acceptValues) {
    /**
     * Which values a parameter takes: those listed here, or those of a set that is read when they are needed.
     *
     * @param fields what each of the values consists of: a value and its name, unless said otherwise
     * @param dynamicSetId the set's id, for {@link Reports#valueSet}
     * @param values the values
     */
    public record AcceptedValues(
            @Nullable List<@Nullable Object> fields,
            @Nullable String dynamicSetId,
            @Nullable List<@Nullable List<@Nullable Object>> values) {}

    /** Whether it takes several values. */
    boolean takesSeveral() {
        return Boolean.TRUE.equals(isArray);
    }

    /** Whether the report cannot be run without it. */
    boolean isNeeded() {
        return Boolean.TRUE.equals(isRequired);
    }
}
