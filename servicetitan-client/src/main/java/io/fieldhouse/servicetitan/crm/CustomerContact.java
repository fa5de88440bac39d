package io.fieldhouse.servicetitan.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A phone number or an email address of a customer. */
public record CustomerContact(
        long id,
        @Nullable Instant modifiedOn,
        @Nullable Object phoneSettings,
        @Nullable Instant createdOn,
        @Nullable Object preferences,
        @Nullable Object type,
        @Nullable String value,
        @Nullable String memo,
        @Nullable Long customerId,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CustomerContact[" + id + "]";
    }
}
