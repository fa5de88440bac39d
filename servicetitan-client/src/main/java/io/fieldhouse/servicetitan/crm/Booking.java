package io.fieldhouse.servicetitan.crm;

import io.fieldhouse.servicetitan.values.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for a job that came from outside. {@code active} comes with the export feed only. */
public record Booking(
        long id,
        @Nullable String source,
        @Nullable String name,
        @Nullable Address address,
        @Nullable String customerType,
        @Nullable Instant start,
        @Nullable String summary,
        @Nullable Long campaignId,
        @Nullable Long businessUnitId,
        @Nullable Boolean isFirstTimeClient,
        @Nullable List<String> uploadedImages,
        @Nullable Boolean isSendConfirmationEmail,
        @Nullable String status,
        @Nullable Long dismissingReasonId,
        @Nullable Long jobId,
        @Nullable String externalId,
        @Nullable String priority,
        @Nullable Long jobTypeId,
        @Nullable Long bookingProviderId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Booking[" + id + "]";
    }
}
