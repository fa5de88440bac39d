package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit.
 *
 * @param counts what was read and written for it, the tries included that failed
 * @param failure why it failed, if it did
 */
public record UnitResult(
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
        /** It had been loaded already, or another worker has loaded it meanwhile. */
        SKIPPED,
        /** The next run tries it again. */
        FAILED,
        /** Stopped on request; the next run begins it anew. */
        INTERRUPTED
    }
}
