package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit.
 *
 * @param step the step that it belongs to
 * @param counts what was read and written for it, failed tries included
 * @param failure why it failed, if it did
 */
public record UnitResult(
        Step step,
        Unit unit,
        Outcome outcome,
        LoadCounts counts,
        Duration took,
        @Nullable LoadException failure) {
    /** Why it failed, without personal data. */
    public @Nullable String error() {
        return failure == null ? null : failure.getMessage();
    }

    /** What can become of a unit. */
    public enum Outcome {
        /** Committed. */
        LOADED,
        /** Loaded already before, or by another worker in the meantime. */
        SKIPPED,
        /** Failed; the next run tries it again. */
        FAILED,
        /** Stopped on request; the next run begins it anew. */
        INTERRUPTED,
        /** Not begun, since a step that it builds on failed. */
        NOT_BEGUN
    }
}
