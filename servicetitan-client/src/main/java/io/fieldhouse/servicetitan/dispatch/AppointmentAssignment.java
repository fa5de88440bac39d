package io.fieldhouse.servicetitan.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A technician who is sent to an appointment. */
public record AppointmentAssignment(
        long id,
        @Nullable Long technicianId,
        @Nullable String technicianName,
        @Nullable Long assignedById,
        @Nullable Instant assignedOn,
        @Nullable String status,
        @Nullable Boolean isPaused,
        @Nullable Long jobId,
        @Nullable Long appointmentId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "AppointmentAssignment[" + id + "]";
    }
}
