package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of material; its total has tax and shipping in it. */
public record PurchaseOrder(
        long id,
        @Nullable String number,
        @Nullable Long invoiceId,
        @Nullable Long jobId,
        @Nullable Long projectId,
        @Nullable String status,
        @Nullable Long typeId,
        @Nullable Long vendorId,
        @Nullable Long technicianId,
        @Nullable Address shipTo,
        @Nullable Long businessUnitId,
        @Nullable Long inventoryLocationId,
        @Nullable Long batchId,
        @Nullable String vendorDocumentNumber,
        @Nullable LocalDate date,
        @Nullable Instant requiredOn,
        @Nullable Instant sentOn,
        @Nullable Instant receivedOn,
        @Nullable BigDecimal total,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal shipping,
        @Nullable String summary,
        @Nullable List<PurchaseOrderItem> items,
        @Nullable List<CustomField> customFields,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable Long budgetCodeId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PurchaseOrder[" + id + "]";
    }
}
