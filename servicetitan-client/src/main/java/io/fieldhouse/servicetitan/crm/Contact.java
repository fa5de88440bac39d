package io.fieldhouse.servicetitan.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person to contact. */
public record Contact(
        @Nullable String id,
        @Nullable String referenceId,
        @Nullable String name,
        @Nullable String title,
        @Nullable Boolean isArchived,
        @Nullable Instant createdOn,
        @Nullable Long createdBy,
        @Nullable Instant modifiedOn,
        @Nullable Long modifiedBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
