package io.fieldhouse.servicetitan.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A phone number or an email address of a location. */
public record LocationContact(
        long id,
        @Nullable Object type,
        @Nullable String value,
        @Nullable String memo,
        @Nullable Object phoneSettings,
        @Nullable Instant modifiedOn,
        @Nullable Instant createdOn,
        @Nullable Object preferences,
        @Nullable Long locationId,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "LocationContact[" + id + "]";
    }
}
