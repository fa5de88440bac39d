package io.fieldhouse.servicetitan.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of tag, which records are marked with. */
public record TagType(
        long id,
        @Nullable String name,
        @Nullable String color,
        @Nullable String code,
        @Nullable String importance,
        @Nullable Boolean isConversionOpportunity,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean allowToUseOnTimesheetActivity,
        @Nullable Boolean isVisibleOnDispatchBoard) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "TagType[" + id + "]";
    }
}
