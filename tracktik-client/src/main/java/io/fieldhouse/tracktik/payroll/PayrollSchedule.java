package io.fieldhouse.tracktik.payroll;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Region;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often and from when payroll runs.
 */
public record PayrollSchedule(
        long id,
        @Nullable String name,
        @Nullable String customId,
        @Nullable String frequency,
        @Nullable String periodStartTime,
        @Nullable LocalDate periodStartDate,
        @Nullable Boolean isGlobal,
        @Nullable Ref<Region> region,
        @Nullable String status,
        @Nullable String overlappingStrategy,
        @Nullable String holidayOverlappingStrategy,
        @Nullable String multiplePayCodesStrategy,
        @Nullable Boolean isOvertimeWeighted,
        @Nullable Integer semiMonthlyFirstReferenceDay,
        @Nullable Integer semiMonthlySecondReferenceDay,
        @Nullable Boolean isHolidayCountedInOvertime,
        @Nullable Boolean availableInSubRegions,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollSchedule[" + id + "]";
    }
}
