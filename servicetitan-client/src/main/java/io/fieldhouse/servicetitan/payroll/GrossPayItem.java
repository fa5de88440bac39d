package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of somebody's pay. ServiceTitan computes some of them and gives those no id. */
public record GrossPayItem(
        @Nullable Long id,
        @Nullable Long employeeId,
        @Nullable String employeeType,
        @Nullable String businessUnitName,
        @Nullable Long payrollId,
        @Nullable String employeePayrollId,
        @Nullable LocalDate date,
        @Nullable String activity,
        @Nullable Long activityCodeId,
        @Nullable String activityCode,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal amountAdjustment,
        @Nullable String payoutBusinessUnitName,
        @Nullable String grossPayItemType,
        @Nullable Instant startedOn,
        @Nullable Instant endedOn,
        @Nullable BigDecimal paidDurationHours,
        @Nullable String paidTimeType,
        @Nullable Long sourceEntityId,
        @Nullable Long jobId,
        @Nullable String jobNumber,
        @Nullable String jobTypeName,
        @Nullable Long projectId,
        @Nullable String projectNumber,
        @Nullable Long invoiceId,
        @Nullable String invoiceNumber,
        @Nullable Long invoiceItemId,
        @Nullable Long customerId,
        @Nullable String customerName,
        @Nullable Long locationId,
        @Nullable String locationName,
        @Nullable String locationAddress,
        @Nullable String locationZip,
        @Nullable String zoneName,
        @Nullable String taxZoneName,
        @Nullable Long laborTypeId,
        @Nullable String laborTypeCode,
        @Nullable Boolean isPrevailingWageJob,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable Long budgetCodeId,
        @Nullable String memo) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "GrossPayItem[" + id + "]";
    }
}
