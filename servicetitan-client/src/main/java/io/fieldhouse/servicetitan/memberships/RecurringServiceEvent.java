package io.fieldhouse.servicetitan.memberships;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An occurrence of a recurring service. */
public record RecurringServiceEvent(
        long id,
        @Nullable Long locationRecurringServiceId,
        @Nullable String locationRecurringServiceName,
        @Nullable Long membershipId,
        @Nullable String membershipName,
        @Nullable Object status,
        @Nullable LocalDate date,
        @Nullable Instant createdOn,
        @Nullable Long jobId,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "RecurringServiceEvent[" + id + "]";
    }
}
