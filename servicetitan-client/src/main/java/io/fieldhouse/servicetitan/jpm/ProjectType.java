package io.fieldhouse.servicetitan.jpm;

import org.jspecify.annotations.Nullable;

/** A type of projects. */
public record ProjectType(
        long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Long createdById) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ProjectType[" + id + "]";
    }
}
