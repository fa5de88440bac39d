package io.fieldhouse.servicetitan.timesheets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timesheet: an employee, an activity type, a start and an end. {@code endTime} is null while it
 * runs; the coordinates have no documented shape and are read as they are.
 */
public record Activity(
        long id,
        @Nullable Long employeeId,
        @Nullable Long activityTypeId,
        @Nullable String employeeType,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable Long jobId,
        @Nullable Long appointmentId,
        @Nullable Long projectId,
        @Nullable String projectLabel,
        @Nullable Long laborTypeId,
        @Nullable Long budgetCodeId,
        @Nullable String memo,
        @Nullable List<Long> tagTypes,
        @Nullable Object startCoordinate,
        @Nullable Object endCoordinate,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Long modifiedById,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "Activity[" + id + "]";
    }
}
