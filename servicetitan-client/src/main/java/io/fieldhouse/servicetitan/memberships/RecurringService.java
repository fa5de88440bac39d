package io.fieldhouse.servicetitan.memberships;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that a membership brings again and again. */
public record RecurringService(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable String importId,
        @Nullable Long membershipId,
        @Nullable Long locationId,
        @Nullable Long recurringServiceTypeId,
        @Nullable Object durationType,
        @Nullable Integer durationLength,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String memo,
        @Nullable Long invoiceTemplateId,
        @Nullable Long invoiceTemplateForFollowingYearsId,
        @Nullable Boolean firstVisitComplete,
        @Nullable Long activatedFromId,
        @Nullable BigDecimal allocation,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable Object priority,
        @Nullable String jobSummary,
        @Nullable Object recurrenceType,
        @Nullable Integer recurrenceInterval,
        @Nullable List<String> recurrenceMonths,
        @Nullable List<String> recurrenceDaysOfWeek,
        @Nullable Object recurrenceWeek,
        @Nullable Object recurrenceDayOfNthWeek,
        @Nullable List<Integer> recurrenceDaysOfMonth,
        @Nullable String jobStartTime,
        @Nullable BigDecimal estimatedPayrollCost,
        @Nullable List<Long> preferredTechnicianIds,
        @Nullable List<Long> tagTypeIds) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "RecurringService[" + id + "]";
    }
}
