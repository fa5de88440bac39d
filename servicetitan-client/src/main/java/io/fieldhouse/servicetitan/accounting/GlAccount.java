package io.fieldhouse.servicetitan.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account of the general ledger. */
public record GlAccount(
        long id,
        @Nullable String name,
        @Nullable String number,
        @Nullable String description,
        @Nullable String type,
        @Nullable String subtype,
        @Nullable Boolean active,
        @Nullable Boolean isIntacctGroup,
        @Nullable Boolean isIntacctBankAccount,
        @Nullable String source,
        @Nullable Object defaultAccountType,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "GlAccount[" + id + "]";
    }
}
