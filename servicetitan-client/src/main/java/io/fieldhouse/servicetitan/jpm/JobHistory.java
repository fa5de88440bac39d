package io.fieldhouse.servicetitan.jpm;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a job. */
public record JobHistory(@Nullable Long jobId, @Nullable List<History> history) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobHistory[***]";
    }

    /** History. */
    public record History(
            @Nullable Long id,
            @Nullable Long employeeId,
            @Nullable String eventType,
            @Nullable LocalDate date,
            @Nullable Object usedSchedulingTool) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "History[" + id + "]";
        }
    }
}
