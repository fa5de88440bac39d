package io.fieldhouse.tracktik.backoffice;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A holiday.
 *
 * <p>Sent only when included: {@code nextOccurrence}, {@code dates}, {@code groups}, {@code uri}, {@code resourceType}.
 */
public record Holiday(
        long id,
        @Nullable String label,
        @Nullable String code,
        @Nullable Ref<Region> region,
        @Nullable LocalDate nextOccurrence,
        @Nullable List<Ref<Map<String, @Nullable Object>>> dates,
        @Nullable List<Ref<Map<String, @Nullable Object>>> groups,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Holiday[" + id + "]";
    }
}
