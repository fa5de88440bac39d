package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.LedgerAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt of inventory. */
public record Receipt(
        long id,
        @Nullable Boolean active,
        @Nullable String number,
        @Nullable String vendorInvoiceNumber,
        @Nullable Long createdById,
        @Nullable String memo,
        @Nullable Long purchaseOrderId,
        @Nullable Long billId,
        @Nullable Long jobId,
        @Nullable Long businessUnitId,
        @Nullable Long vendorId,
        @Nullable Long technicianId,
        @Nullable Long inventoryLocationId,
        @Nullable Object shipTo,
        @Nullable String shipToDescription,
        @Nullable BigDecimal receiptAmount,
        @Nullable BigDecimal taxAmount,
        @Nullable BigDecimal shippingAmount,
        @Nullable Instant receivedOn,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long batchId,
        @Nullable Object syncStatus,
        @Nullable Long budgetCodeId,
        @Nullable List<Item> items,
        @Nullable List<CustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Receipt[" + id + "]";
    }

    /** Item. */
    public record Item(
            @Nullable Long id,
            @Nullable Long skuId,
            @Nullable String name,
            @Nullable String code,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable LedgerAccount generalLedgerAccount,
            @Nullable Object costOfSaleAccount,
            @Nullable Object assetAccount,
            @Nullable Long purchaseOrderItemId,
            @Nullable Long budgetCodeId) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }
}
