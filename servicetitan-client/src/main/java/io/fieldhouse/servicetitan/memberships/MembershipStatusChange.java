package io.fieldhouse.servicetitan.memberships;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a membership's status. */
public record MembershipStatusChange(
        long id,
        @Nullable Object oldStatus,
        @Nullable Object newStatus,
        @Nullable String note,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Long membershipId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "MembershipStatusChange[" + id + "]";
    }
}
