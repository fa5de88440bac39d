package io.fieldhouse.servicetitan.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispatch zone. */
public record Zone(
        long id,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable List<String> zips,
        @Nullable List<String> cities,
        @Nullable List<String> territoryNumbers,
        @Nullable List<String> locnNumbers,
        @Nullable Long createdBy,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean serviceDaysEnabled,
        @Nullable List<String> serviceDays,
        @Nullable List<Long> businessUnits,
        @Nullable List<Long> technicians) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Zone[" + id + "]";
    }
}
