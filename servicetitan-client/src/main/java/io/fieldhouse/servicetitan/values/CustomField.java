package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/** A field that the tenant added, with its value. */
public record CustomField(
        @Nullable Long typeId,
        @Nullable String name,
        @Nullable String value) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CustomField[***]";
    }
}
