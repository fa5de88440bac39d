package io.fieldhouse.etl.load;

import org.jspecify.annotations.Nullable;

/**
 * The attempt that rows are loaded in.
 *
 * @param runId its number in {@code etl.etl_run_log}
 * @param unitId the unit, where it is at one
 */
public record Attempt(long runId, @Nullable Long unitId) {}
