package io.fieldhouse.servicetitan.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A postal address. */
public record Address(
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String country,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Address[***]";
    }
}
