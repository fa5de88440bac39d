package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Region;
import org.jspecify.annotations.Nullable;

/**
 * A billing code.
 */
public record BillItem(
        long id,
        @Nullable String name,
        @Nullable String customId,
        @Nullable String status,
        @Nullable Boolean isGlobal,
        @Nullable Ref<Region> region,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "BillItem[" + id + "]";
    }
}
