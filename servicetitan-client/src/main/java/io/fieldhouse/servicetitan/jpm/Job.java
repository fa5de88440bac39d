package io.fieldhouse.servicetitan.jpm;

import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job. It has no start of its own: that is the start of its first appointment; and no costs: those are in reports
 * only. {@code active} comes with the export feed only.
 */
public record Job(
        long id,
        @Nullable String jobNumber,
        @Nullable Long projectId,
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable String jobStatus,
        @Nullable Instant completedOn,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable String priority,
        @Nullable Long campaignId,
        @Nullable Long appointmentCount,
        @Nullable Long firstAppointmentId,
        @Nullable Long lastAppointmentId,
        @Nullable Long recallForId,
        @Nullable Long warrantyId,
        @Nullable LeadSource jobGeneratedLeadSource,
        @Nullable Boolean noCharge,
        @Nullable Boolean notificationsEnabled,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable List<Long> tagTypeIds,
        @Nullable Long leadCallId,
        @Nullable Long partnerLeadCallId,
        @Nullable Long bookingId,
        @Nullable Long soldById,
        @Nullable String customerPo,
        @Nullable Long invoiceId,
        @Nullable Long membershipId,
        @Nullable BigDecimal total,
        @Nullable Long createdFromEstimateId,
        @Nullable List<Long> estimateIds,
        @Nullable String summary,
        @Nullable List<CustomField> customFields,
        @Nullable List<ExternalData> externalData,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Job[" + id + "]";
    }

    /** The job, and who of its crew, that brought this one. */
    public record LeadSource(@Nullable Long jobId, @Nullable Long employeeId) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "LeadSource[***]";
        }
    }
}
