package io.fieldhouse.servicetitan.jpm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visit of a job; a job starts with its first one. */
public record Appointment(
        long id,
        @Nullable Long jobId,
        @Nullable String appointmentNumber,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant arrivalWindowStart,
        @Nullable Instant arrivalWindowEnd,
        @Nullable String status,
        @Nullable String specialInstructions,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long customerId,
        @Nullable Boolean unused,
        @Nullable Long createdById,
        @Nullable Boolean isConfirmed,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Appointment[" + id + "]";
    }
}
