package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/** Something else, by its id and its name at that time. */
public record Named(@Nullable Long id, @Nullable String name) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Named[" + id + "]";
    }
}
