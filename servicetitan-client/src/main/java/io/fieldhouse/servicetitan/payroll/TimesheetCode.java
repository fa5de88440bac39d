package io.fieldhouse.servicetitan.payroll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code of timesheets. */
public record TimesheetCode(
        long id,
        @Nullable String code,
        @Nullable String description,
        @Nullable Object type,
        @Nullable Object applicableEmployeeType,
        @Nullable Object rateInfo,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "TimesheetCode[" + id + "]";
    }
}
