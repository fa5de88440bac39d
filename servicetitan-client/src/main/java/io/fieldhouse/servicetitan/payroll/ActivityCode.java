package io.fieldhouse.servicetitan.payroll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code of paid activities. */
public record ActivityCode(
        long id,
        @Nullable String name,
        @Nullable String code,
        @Nullable Object earningCategory,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ActivityCode[" + id + "]";
    }
}
