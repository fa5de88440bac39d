package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/** A value that an application attached to a record. */
public record ExternalData(@Nullable String key, @Nullable String value) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ExternalData[***]";
    }
}
