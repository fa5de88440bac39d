package io.fieldhouse.servicetitan.timesheets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A category of activity types. */
public record ActivityCategory(
        long id,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean allowEdit,
        @Nullable Boolean isDefault,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "ActivityCategory[" + id + "]";
    }
}
