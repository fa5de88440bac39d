package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.ExternalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A truck with inventory. */
public record Truck(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable String memo,
        @Nullable Long warehouseId,
        @Nullable List<Long> technicianIds,
        @Nullable Long inventoryTemplateId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable List<ExternalData> externalData) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Truck[" + id + "]";
    }
}
