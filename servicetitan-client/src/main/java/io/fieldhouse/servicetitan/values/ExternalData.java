package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/**
 * A value that an application attached to a record: a text mostly, but whatever came.
 *
 * @param value a text, a {@link Long}, a {@link java.math.BigDecimal}, a {@link Boolean}, a list or a map
 */
public record ExternalData(@Nullable String key, @Nullable Object value) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ExternalData[***]";
    }
}
