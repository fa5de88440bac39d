package io.fieldhouse.tracktik.payroll;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run of payroll over one period.
 *
 * <p>Sent only when included: {@code countEmployees}, {@code totalHours}, {@code totalCost},
 * {@code totalOvertimeHours}, {@code totalOvertimeCost}, {@code totalHolidayHours}, {@code totalHolidayCost},
 * {@code occurrenceStartDate}, {@code occurrenceEndDate}, {@code createdOn}, {@code updatedOn}, {@code uri},
 * {@code resourceType}, {@code createdBy}, {@code updatedBy}.
 */
public record PayrollPayrun(
        long id,
        @Nullable Ref<PayrollSchedule> payrollSchedule,
        @Nullable LocalDate occurrenceDate,
        @Nullable Ref<Region> region,
        @Nullable String status,
        @Nullable Boolean isProcessed,
        @Nullable Ref<Employee> approvedBy,
        @Nullable Instant approvedOn,
        @Nullable Long countEmployees,
        @Nullable BigDecimal totalHours,
        @Nullable BigDecimal totalCost,
        @Nullable BigDecimal totalOvertimeHours,
        @Nullable BigDecimal totalOvertimeCost,
        @Nullable BigDecimal totalHolidayHours,
        @Nullable BigDecimal totalHolidayCost,
        @Nullable LocalDate occurrenceStartDate,
        @Nullable LocalDate occurrenceEndDate,
        @Nullable Instant createdOn,
        @Nullable Instant updatedOn,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Ref<Employee> updatedBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollPayrun[" + id + "]";
    }
}
