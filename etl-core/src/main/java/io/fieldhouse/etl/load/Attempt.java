package io.fieldhouse.etl.load;

import org.jspecify.annotations.Nullable;

/**
 * The attempt that rows are loaded in.
 *
 * @param runId its number in {@code etl.etl_run_log}
 * @param unitId the unit, where it is at one
 */
public record Attempt(long runId, @Nullable Long unitId) {
    /** The same, for what is no unit's own: a few bad records of it say nothing. */
    public Attempt withoutUnit() {
        return new Attempt(runId, null);
    }
}
