package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/** A batch in which accounting is exported. */
public record Batch(
        @Nullable Long id,
        @Nullable String number,
        @Nullable String name) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Batch[" + id + "]";
    }
}
