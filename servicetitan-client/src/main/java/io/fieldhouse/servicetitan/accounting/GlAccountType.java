package io.fieldhouse.servicetitan.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A type of ledger account. */
public record GlAccountType(
        long id,
        @Nullable Long parentTypeId,
        @Nullable String name,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "GlAccountType[" + id + "]";
    }
}
