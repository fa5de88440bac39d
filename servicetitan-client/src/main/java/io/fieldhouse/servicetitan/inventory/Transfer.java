package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transfer between two inventory locations. */
public record Transfer(
        long id,
        @Nullable String transferType,
        @Nullable String status,
        @Nullable String number,
        @Nullable String referenceNumber,
        @Nullable Long fromLocationId,
        @Nullable Long toLocationId,
        @Nullable Long createdById,
        @Nullable String memo,
        @Nullable LocalDate date,
        @Nullable Instant pickedDate,
        @Nullable Instant receivedDate,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long batchId,
        @Nullable Batch batch,
        @Nullable Object syncStatus,
        @Nullable Instant dateRequired,
        @Nullable Long jobId,
        @Nullable Long invoiceId,
        @Nullable Long canceledById,
        @Nullable Object canceledReason,
        @Nullable Instant dateCanceled,
        @Nullable Boolean active,
        @Nullable Long pickedById,
        @Nullable Long receivedById,
        @Nullable List<Item> items,
        @Nullable List<CustomField> customFields,
        @Nullable List<ExternalData> externalData) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Transfer[" + id + "]";
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
            @Nullable BigDecimal quantityPicked,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal totalCost,
            @Nullable List<SerialNumber> serialNumbers,
            @Nullable Long createdById,
            @Nullable Boolean active,
            @Nullable Long budgetCodeId) {
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
