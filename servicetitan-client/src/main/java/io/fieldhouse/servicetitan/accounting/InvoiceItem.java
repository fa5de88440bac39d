package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.LedgerAccount;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice. {@code invoiceId} and {@code active} come with the feed of items only. A line without an id does not
 * make its invoice unreadable.
 */
public record InvoiceItem(
        @Nullable Long id,
        @Nullable Long invoiceId,
        @Nullable Long skuId,
        @Nullable String skuName,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String type,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal totalCost,
        @Nullable BigDecimal price,
        @Nullable BigDecimal total,
        @Nullable BigDecimal memberPrice,
        @Nullable Boolean inventory,
        @Nullable String inventoryLocation,
        @Nullable Boolean taxable,
        @Nullable Boolean isChargeable,
        @Nullable Boolean addOn,
        @Nullable BigDecimal soldHours,
        @Nullable Named businessUnit,
        @Nullable Long technicianId,
        @Nullable LocalDate serviceDate,
        @Nullable Long estimateItemId,
        @Nullable Long membershipTypeId,
        @Nullable ItemGroup itemGroup,
        @Nullable LedgerAccount generalLedgerAccount,
        @Nullable LedgerAccount costOfSaleAccount,
        @Nullable LedgerAccount assetAccount,
        @Nullable Integer order,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable Long budgetCodeId,
        @Nullable Long inventoryLocationId,
        @Nullable Long createdById,
        @Nullable Boolean displayInAmount,
        @Nullable String importId,
        @Nullable String exportId,
        @Nullable String inventoryStatus,
        @Nullable Long installedEquipmentId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "InvoiceItem[" + id + "]";
    }

    /** The group of lines that it belongs to. */
    public record ItemGroup(@Nullable Long rootId, @Nullable String name) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "ItemGroup[***]";
        }
    }
}
