package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A correction of inventory. */
public record Adjustment(
        long id,
        @Nullable Boolean active,
        @Nullable String number,
        @Nullable String referenceNumber,
        @Nullable String type,
        @Nullable Long inventoryLocationId,
        @Nullable Long businessUnitId,
        @Nullable Long projectId,
        @Nullable Long invoiceId,
        @Nullable Long createdById,
        @Nullable String memo,
        @Nullable LocalDate date,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long batchId,
        @Nullable Batch batch,
        @Nullable Object syncStatus,
        @Nullable Object canceledReason,
        @Nullable Long canceledById,
        @Nullable Instant dateCanceled,
        @Nullable List<ExternalData> externalData,
        @Nullable List<Item> items,
        @Nullable List<CustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Adjustment[" + id + "]";
    }

    /** Item. */
    public record Item(
            @Nullable Long id,
            @Nullable Long skuId,
            @Nullable String description,
            @Nullable Instant createdOn,
            @Nullable Instant modifiedOn,
            @Nullable String name,
            @Nullable String code,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal totalCost,
            @Nullable Long createdById,
            @Nullable Boolean active,
            @Nullable Long budgetCodeId,
            @Nullable List<SerialNumber> serialNumbers) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    /** Serial number. */
    public record SerialNumber(@Nullable Long id, @Nullable String number) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "SerialNumber[" + id + "]";
        }
    }
}
