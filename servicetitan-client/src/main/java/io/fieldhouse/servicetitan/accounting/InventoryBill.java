package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.LedgerAccount;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bill for inventory. */
public record InventoryBill(
        long id,
        @Nullable Long purchaseOrderId,
        @Nullable String syncStatus,
        @Nullable String referenceNumber,
        @Nullable String vendorNumber,
        @Nullable String summary,
        @Nullable Instant billDate,
        @Nullable BigDecimal billAmount,
        @Nullable BigDecimal taxAmount,
        @Nullable BigDecimal shippingAmount,
        @Nullable String createdBy,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable String termName,
        @Nullable LocalDate dueDate,
        @Nullable String shipToDescription,
        @Nullable Instant postDate,
        @Nullable Batch batch,
        @Nullable Named businessUnit,
        @Nullable Object taxZone,
        @Nullable Named vendor,
        @Nullable Object shipTo,
        @Nullable Long budgetCodeId,
        @Nullable List<Item> items,
        @Nullable List<InventoryBillCustomField> customFields,
        @Nullable Long jobId,
        @Nullable String jobNumber,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "InventoryBill[" + id + "]";
    }

    /** Item. */
    public record Item(
            @Nullable Integer order,
            @Nullable String name,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable String inventoryLocation,
            @Nullable String serialNumber,
            @Nullable LedgerAccount generalLedgerAccount,
            @Nullable Object costOfSaleAccount,
            @Nullable Object assetAccount,
            @Nullable Long id,
            @Nullable Long skuId,
            @Nullable Long receiptItemId,
            @Nullable String skuType,
            @Nullable String skuCode,
            @Nullable Long budgetCodeId) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    /** Inventory bill custom field. */
    public record InventoryBillCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "InventoryBillCustomField[***]";
        }
    }
}
