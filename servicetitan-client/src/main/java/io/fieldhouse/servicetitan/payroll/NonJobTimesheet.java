package io.fieldhouse.servicetitan.payroll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Working time that belongs to no job. */
public record NonJobTimesheet(
        long id,
        @Nullable Long employeeId,
        @Nullable Object employeeType,
        @Nullable Long timesheetCodeId,
        @Nullable Instant startedOn,
        @Nullable Instant endedOn,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "NonJobTimesheet[" + id + "]";
    }
}
