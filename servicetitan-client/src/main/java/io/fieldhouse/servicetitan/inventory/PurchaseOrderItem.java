package io.fieldhouse.servicetitan.inventory;

import java.math.BigDecimal;
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
        @Nullable Boolean chargeable) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PurchaseOrderItem[" + id + "]";
    }
}
