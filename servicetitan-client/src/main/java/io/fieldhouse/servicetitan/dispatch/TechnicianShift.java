package io.fieldhouse.servicetitan.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A shift of a technician. */
public record TechnicianShift(
        long id,
        @Nullable Object shiftType,
        @Nullable String title,
        @Nullable String note,
        @Nullable Boolean active,
        @Nullable Long technicianId,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Long timesheetCodeId,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "TechnicianShift[" + id + "]";
    }
}
