package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Material given back to a vendor. */
public record Return(
        long id,
        @Nullable Boolean active,
        @Nullable String number,
        @Nullable String referenceNumber,
        @Nullable String status,
        @Nullable Long vendorId,
        @Nullable Long purchaseOrderId,
        @Nullable Long jobId,
        @Nullable Long businessUnitId,
        @Nullable Long inventoryLocationId,
        @Nullable Long createdById,
        @Nullable String memo,
        @Nullable BigDecimal returnAmount,
        @Nullable BigDecimal taxAmount,
        @Nullable BigDecimal shippingAmount,
        @Nullable LocalDate returnDate,
        @Nullable Instant returnedOn,
        @Nullable Instant creditReceivedOn,
        @Nullable Batch batch,
        @Nullable List<ReturnItem> items,
        @Nullable List<CustomField> customFields,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long projectId,
        @Nullable Long budgetCodeId,
        @Nullable Long batchId,
        @Nullable Object syncStatus,
        @Nullable Long canceledById,
        @Nullable Object canceledReason,
        @Nullable Instant dateCanceled) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Return[" + id + "]";
    }
}
