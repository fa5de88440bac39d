package io.fieldhouse.tracktik.entities;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 */
public record Address(
        long id,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String formattedAddress) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Address[" + id + "]";
    }
}
