package io.fieldhouse.servicetitan.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team of technicians. */
public record Team(
        long id,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable Long createdBy,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Team[" + id + "]";
    }
}
