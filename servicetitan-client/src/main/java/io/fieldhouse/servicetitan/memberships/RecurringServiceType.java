package io.fieldhouse.servicetitan.memberships;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of recurring services. */
public record RecurringServiceType(
        long id,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable Object recurrenceType,
        @Nullable Integer recurrenceInterval,
        @Nullable List<String> recurrenceMonths,
        @Nullable Object durationType,
        @Nullable Integer durationLength,
        @Nullable Long invoiceTemplateId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Object priority,
        @Nullable Long campaignId,
        @Nullable String jobSummary,
        @Nullable String name,
        @Nullable String importId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "RecurringServiceType[" + id + "]";
    }
}
