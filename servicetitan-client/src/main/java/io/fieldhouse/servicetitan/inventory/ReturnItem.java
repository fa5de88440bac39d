package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.LedgerAccount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a return. */
public record ReturnItem(
        @Nullable Long id,
        @Nullable Long skuId,
        @Nullable String name,
        @Nullable String code,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        @Nullable LedgerAccount generalLedgerAccount,
        @Nullable LedgerAccount costOfSaleAccount,
        @Nullable LedgerAccount assetAccount) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ReturnItem[" + id + "]";
    }
}
