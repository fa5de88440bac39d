package io.fieldhouse.servicetitan.crm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that may become a job. {@code active} comes with the export feed only. */
public record Lead(
        long id,
        @Nullable String status,
        @Nullable String priority,
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable String summary,
        @Nullable Long callReasonId,
        @Nullable Long callId,
        @Nullable Long manualCallId,
        @Nullable Long bookingId,
        @Nullable Long dismissingReasonId,
        @Nullable LocalDate followUpDate,
        @Nullable String leadCustomerName,
        @Nullable String captureSource,
        @Nullable List<Long> tagTypeIds,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable String leadUrl,
        @Nullable String leadPhone,
        @Nullable String leadEmail,
        @Nullable String leadStreet,
        @Nullable String leadUnit,
        @Nullable String leadCity,
        @Nullable String leadState,
        @Nullable String leadZip,
        @Nullable String leadCountry) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Lead[" + id + "]";
    }
}
