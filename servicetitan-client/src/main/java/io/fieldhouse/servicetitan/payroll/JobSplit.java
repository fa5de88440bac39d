package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A technician's part in a job. */
public record JobSplit(
        long id,
        @Nullable Long jobId,
        @Nullable Long technicianId,
        @Nullable BigDecimal split,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobSplit[" + id + "]";
    }
}
