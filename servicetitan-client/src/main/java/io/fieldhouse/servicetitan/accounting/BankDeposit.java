package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deposit of payments at a bank. */
public record BankDeposit(
        long id,
        @Nullable String name,
        @Nullable String depositStatus,
        @Nullable String syncStatus,
        @Nullable Batch batch,
        @Nullable Instant createdOn,
        @Nullable String createdBy,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable String importId,
        @Nullable Instant depositDate,
        @Nullable String reviewStatus,
        @Nullable Instant reviewedOn,
        @Nullable BigDecimal grossAmount,
        @Nullable BigDecimal netAmount,
        @Nullable BigDecimal fees,
        @Nullable Object bankAccount,
        @Nullable Object feeAccount) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "BankDeposit[" + id + "]";
    }
}
