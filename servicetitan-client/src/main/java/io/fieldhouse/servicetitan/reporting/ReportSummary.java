package io.fieldhouse.servicetitan.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A report in the list of its category. Its id belongs to this tenant alone; its name may change, and another report may
 * have the same.
 */
public record ReportSummary(
        long id, @Nullable String name, @Nullable String description) {}
