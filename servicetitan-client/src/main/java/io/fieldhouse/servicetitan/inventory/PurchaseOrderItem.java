package io.fieldhouse.servicetitan.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a purchase order. */
public record PurchaseOrderItem(
        @Nullable Long id,
        @Nullable Long skuId,
        @Nullable String skuName,
        @Nullable String skuCode,
        @Nullable String skuType,
        @Nullable String description,
        @Nullable String vendorPartNumber,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quantityReceived,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal total,
        @Nullable String status,
        @Nullable Boolean chargeable,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable List<SerialNumber> serialNumbers,
        @Nullable Long budgetCodeId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PurchaseOrderItem[" + id + "]";
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
