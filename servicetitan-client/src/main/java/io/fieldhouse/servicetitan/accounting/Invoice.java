package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with its items. Its job is nested: {@code job().id()}. ServiceTitan keeps its dates as midnights, which
 * are taken as they stand.
 */
public record Invoice(
        long id,
        @Nullable String referenceNumber,
        @Nullable LocalDate invoiceDate,
        @Nullable LocalDate dueDate,
        @Nullable BigDecimal subTotal,
        @Nullable BigDecimal salesTax,
        @Nullable SalesTaxCode salesTaxCode,
        @Nullable BigDecimal total,
        @Nullable BigDecimal balance,
        @Nullable BigDecimal discountTotal,
        @Nullable Named invoiceType,
        @Nullable String invoiceConfiguration,
        @Nullable Named customer,
        @Nullable Address customerAddress,
        @Nullable Named location,
        @Nullable Address locationAddress,
        @Nullable Named businessUnit,
        @Nullable InvoicedJob job,
        @Nullable Long projectId,
        @Nullable Long membershipId,
        @Nullable Long adjustmentToId,
        @Nullable String termName,
        @Nullable String createdBy,
        @Nullable Batch batch,
        @Nullable String syncStatus,
        @Nullable String sentStatus,
        @Nullable String reviewStatus,
        @Nullable Named assignedTo,
        @Nullable Royalty royalty,
        @Nullable EmployeeInfo employeeInfo,
        @Nullable String commissionEligibilityDate,
        @Nullable String summary,
        @Nullable List<InvoiceItem> items,
        @Nullable List<CustomField> customFields,
        @Nullable Instant paidOn,
        @Nullable Instant depositedOn,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable Long budgetCodeId,
        @Nullable Long taxZoneId,
        @Nullable String importId,
        @Nullable String exportId,
        @Nullable Long materialSkuId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Invoice[" + id + "]";
    }

    /** The job that it is for. */
    public record InvoicedJob(
            @Nullable Long id,
            @Nullable String number,
            @Nullable String type) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "InvoicedJob[" + id + "]";
        }
    }

    /** The tax that is due. */
    public record SalesTaxCode(
            @Nullable Long id,
            @Nullable String name,
            @Nullable BigDecimal taxRate) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "SalesTaxCode[" + id + "]";
        }
    }

    /** What is owed to the franchise. */
    public record Royalty(
            @Nullable String status,
            @Nullable LocalDate date,
            @Nullable Instant sentOn,
            @Nullable String memo) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Royalty[***]";
        }
    }

    /** The employee who made it. */
    public record EmployeeInfo(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Instant modifiedOn) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "EmployeeInfo[" + id + "]";
        }
    }
}
