package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an employee is paid. */
public record PayrollSetting(
        @Nullable Long employeeId,
        @Nullable Object employeeType,
        @Nullable String externalPayrollId,
        @Nullable BigDecimal hourlyRate,
        @Nullable Long managerId,
        @Nullable Long payrollBusinessUnitId,
        @Nullable Boolean isIncludedInPayroll,
        @Nullable Instant hireDate,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollSetting[***]";
    }
}
