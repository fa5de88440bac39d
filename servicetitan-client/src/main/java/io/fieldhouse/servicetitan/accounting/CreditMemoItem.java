package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.LedgerAccount;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a credit memo. */
public record CreditMemoItem(
        long id,
        @Nullable Boolean active,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal price,
        @Nullable String type,
        @Nullable String skuName,
        @Nullable Long skuId,
        @Nullable BigDecimal total,
        @Nullable Boolean taxable,
        @Nullable LedgerAccount revenueGeneralLedgerAccount,
        @Nullable LedgerAccount expensesGeneralLedgerAccount,
        @Nullable Instant createdOn,
        @Nullable String createdBy,
        @Nullable Named businessUnit,
        @Nullable Long creditMemoId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CreditMemoItem[" + id + "]";
    }
}
