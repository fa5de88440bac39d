package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is added to somebody's pay, or taken off it. */
public record PayrollAdjustment(
        long id,
        @Nullable String employeeType,
        @Nullable Long employeeId,
        @Nullable Instant postedOn,
        @Nullable BigDecimal amount,
        @Nullable String memo,
        @Nullable Long activityCodeId,
        @Nullable Long invoiceId,
        @Nullable BigDecimal hours,
        @Nullable BigDecimal rate,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable BigDecimal quantity,
        @Nullable Object type) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollAdjustment[" + id + "]";
    }
}
