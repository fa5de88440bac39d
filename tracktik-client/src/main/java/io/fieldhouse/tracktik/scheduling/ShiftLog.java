package io.fieldhouse.tracktik.scheduling;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Employee;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a shift.
 */
public record ShiftLog(
        long id,
        @Nullable String changeType,
        @Nullable Ref<Shift> shift,
        @Nullable Ref<Employee> employee,
        @Nullable Instant createdOn,
        @Nullable String note,
        @Nullable Boolean isValid,
        @Nullable String shiftDetails,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ShiftLog[" + id + "]";
    }
}
