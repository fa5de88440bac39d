package io.fieldhouse.etl.fact;

/**
 * What a reload did, in rows.
 *
 * @param inserted rows that are new
 * @param updated rows that changed
 * @param deleted rows that went because they are reported no more
 * @param unchanged rows that were as they are already
 */
public record FactReport(long inserted, long updated, long deleted, long unchanged) {}
