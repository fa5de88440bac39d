package io.fieldhouse.servicetitan.payroll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A technician's times at a job. */
public record JobTimesheet(
        long id,
        @Nullable Long jobId,
        @Nullable Long appointmentId,
        @Nullable Long technicianId,
        @Nullable Instant dispatchedOn,
        @Nullable Instant arrivedOn,
        @Nullable Instant canceledOn,
        @Nullable Instant doneOn,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobTimesheet[" + id + "]";
    }
}
