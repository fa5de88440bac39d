package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payroll of an employee. */
public record Payroll(
        long id,
        @Nullable Instant startedOn,
        @Nullable Instant endedOn,
        @Nullable Long employeeId,
        @Nullable Object employeeType,
        @Nullable Object status,
        @Nullable BigDecimal burdenRate,
        @Nullable Instant managerApprovedOn,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Payroll[" + id + "]";
    }
}
