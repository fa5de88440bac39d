package io.fieldhouse.servicetitan.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A category of reports; ServiceTitan grants them to an app one by one.
 *
 * @param id the category's id, such as {@code operations}
 * @param name what people see
 */
public record ReportCategory(@Nullable String id, @Nullable String name) {}
