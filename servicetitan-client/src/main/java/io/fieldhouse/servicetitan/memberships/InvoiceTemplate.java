package io.fieldhouse.servicetitan.memberships;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice that memberships bring again and again. */
public record InvoiceTemplate(
        long id,
        @Nullable String name,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active,
        @Nullable BigDecimal total,
        @Nullable Boolean isSettingsTemplate,
        @Nullable String importId,
        @Nullable List<Item> items) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "InvoiceTemplate[" + id + "]";
    }

    /** Item. */
    public record Item(
            @Nullable Long id,
            @Nullable Long skuId,
            @Nullable Object skuType,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable Boolean isAddOn,
            @Nullable String importId,
            @Nullable Long workflowActionItemId,
            @Nullable String description,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal hours) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }
}
