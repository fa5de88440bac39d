package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse with inventory. */
public record Warehouse(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Address address,
        @Nullable Long inventoryTemplateId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable List<ExternalData> externalData) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Warehouse[" + id + "]";
    }
}
