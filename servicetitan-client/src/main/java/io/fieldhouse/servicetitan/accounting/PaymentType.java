package io.fieldhouse.servicetitan.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A way of paying. */
public record PaymentType(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PaymentType[" + id + "]";
    }
}
