package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/**
 * A field that the tenant added, with its value: a text mostly, but whatever came.
 *
 * @param value a text, a {@link Long}, a {@link java.math.BigDecimal}, a {@link Boolean}, a list or a map
 */
public record CustomField(
        @Nullable Long typeId,
        @Nullable String name,
        @Nullable Object value) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CustomField[***]";
    }
}
