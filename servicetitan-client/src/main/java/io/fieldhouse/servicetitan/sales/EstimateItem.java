package io.fieldhouse.servicetitan.sales;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of an estimate. */
public record EstimateItem(
        @Nullable Long id,
        @Nullable Sku sku,
        @Nullable String skuAccount,
        @Nullable String description,
        @Nullable Long membershipTypeId,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal unitRate,
        @Nullable BigDecimal total,
        @Nullable BigDecimal unitCost,
        @Nullable BigDecimal totalCost,
        @Nullable String itemGroupName,
        @Nullable Long itemGroupRootId,
        @Nullable Boolean chargeable,
        @Nullable Long invoiceItemId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long budgetCodeId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "EstimateItem[" + id + "]";
    }

    /** What is offered. */
    public record Sku(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String type,
            @Nullable BigDecimal soldHours,
            @Nullable Long generalLedgerAccountId,
            @Nullable String generalLedgerAccountName,
            @Nullable Instant modifiedOn) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Sku[" + id + "]";
        }
    }
}
