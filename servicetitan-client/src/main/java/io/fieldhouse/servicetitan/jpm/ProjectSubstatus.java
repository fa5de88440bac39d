package io.fieldhouse.servicetitan.jpm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A substatus of projects. */
public record ProjectSubstatus(
        long id,
        @Nullable String name,
        @Nullable Long statusId,
        @Nullable Integer order,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ProjectSubstatus[" + id + "]";
    }
}
