package io.fieldhouse.tracktik.entities;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a person clocked in. TrackTik sends its id, or all else where the query included it. */
public record GeoLocation(
        @Nullable Long id,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal accuracy,
        @Nullable String time) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "GeoLocation[***]";
    }
}
