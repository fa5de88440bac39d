package io.fieldhouse.servicetitan.telecom;

import io.fieldhouse.servicetitan.values.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A phone call, and the job that was booked in it. */
public record Call(
        long id,
        @Nullable String jobNumber,
        @Nullable Long projectId,
        @Nullable Named businessUnit,
        @Nullable JobType type,
        @Nullable LeadCall leadCall) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "Call[" + id + "]";
    }

    /** The type of the job. */
    public record JobType(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Instant modifiedOn) {
        /** Its kind and id, without personal data. */
        @Override
        public String toString() {
            return "JobType[" + id + "]";
        }
    }
}
