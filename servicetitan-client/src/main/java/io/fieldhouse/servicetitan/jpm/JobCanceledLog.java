package io.fieldhouse.servicetitan.jpm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cancellation of a job. */
public record JobCanceledLog(
        long id,
        @Nullable Long jobId,
        @Nullable Long reasonId,
        @Nullable String memo,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobCanceledLog[" + id + "]";
    }
}
