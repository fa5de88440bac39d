package io.fieldhouse.servicetitan.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Time of a technician that belongs to no job, such as a meeting. */
public record NonJobAppointment(
        long id,
        @Nullable Long technicianId,
        @Nullable Instant start,
        @Nullable String name,
        @Nullable String duration,
        @Nullable Long timesheetCodeId,
        @Nullable String summary,
        @Nullable Boolean clearDispatchBoard,
        @Nullable Boolean clearTechnicianView,
        @Nullable Boolean removeTechnicianFromCapacityPlanning,
        @Nullable Boolean allDay,
        @Nullable Boolean showOnTechnicianSchedule,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long createdById) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "NonJobAppointment[" + id + "]";
    }
}
