package io.fieldhouse.servicetitan.jpm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason to put a job on hold. */
public record JobHoldReason(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobHoldReason[" + id + "]";
    }
}
