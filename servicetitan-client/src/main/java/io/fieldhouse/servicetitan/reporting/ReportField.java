package io.fieldhouse.servicetitan.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A column of a report.
 *
 * @param name what ServiceTitan calls it
 * @param label what people see
 * @param dataType String, Number, Boolean, Date or Time, as the report's definition declares it; what comes may be something
 *     else
 */
public record ReportField(
        @Nullable String name,
        @Nullable String label,
        @Nullable String dataType) {}
