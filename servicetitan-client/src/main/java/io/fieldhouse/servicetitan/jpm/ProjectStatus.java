package io.fieldhouse.servicetitan.jpm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status of projects. */
public record ProjectStatus(
        long id,
        @Nullable String name,
        @Nullable Integer order,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ProjectStatus[" + id + "]";
    }
}
