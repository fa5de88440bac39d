package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.LedgerAccount;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor's bill in accounts payable. */
public record ApBill(
        long id,
        @Nullable Long purchaseOrderId,
        @Nullable String syncStatus,
        @Nullable String status,
        @Nullable String source,
        @Nullable String billType,
        @Nullable Instant postDate,
        @Nullable String referenceNumber,
        @Nullable String vendorNumber,
        @Nullable String summary,
        @Nullable Instant billDate,
        @Nullable Instant earlyDiscountDate,
        @Nullable BigDecimal billAmount,
        @Nullable BigDecimal vendorInvoiceTotal,
        @Nullable BigDecimal taxAmount,
        @Nullable BigDecimal shippingAmount,
        @Nullable String createdBy,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable String termName,
        @Nullable LocalDate dueDate,
        @Nullable Boolean doNotPay,
        @Nullable Instant dateCanceled,
        @Nullable Object canceledBy,
        @Nullable String shipToDescription,
        @Nullable Batch batch,
        @Nullable Named businessUnit,
        @Nullable Object taxZone,
        @Nullable Named vendor,
        @Nullable Object remittanceVendorInfo,
        @Nullable Object shipTo,
        @Nullable Long budgetCodeId,
        @Nullable List<Item> items,
        @Nullable List<ExpenseItem> expenseItems,
        @Nullable List<ApBillCustomField> customFields,
        @Nullable Long jobId,
        @Nullable String jobNumber) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ApBill[" + id + "]";
    }

    /** Item. */
    public record Item(
            @Nullable Integer order,
            @Nullable String name,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable Object inventoryLocation,
            @Nullable String vendorPartNumber,
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

    /** Expense item. */
    public record ExpenseItem(
            @Nullable Long id,
            @Nullable BigDecimal amount,
            @Nullable String description,
            @Nullable LedgerAccount generalLedgerAccount,
            @Nullable Object job,
            @Nullable Named businessUnit,
            @Nullable Long budgetCodeId,
            @Nullable List<Long> projectLabelIds) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "ExpenseItem[" + id + "]";
        }
    }

    /** Ap bill custom field. */
    public record ApBillCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "ApBillCustomField[***]";
        }
    }
}
