package io.fieldhouse.etl.fact;

import java.util.List;

/**
 * What a reload did, in rows.
 *
 * @param inserted rows that are new
 * @param updated rows that changed
 * @param deleted rows that are no longer reported
 * @param unchanged rows that were as they are already
 * @param changed the cells in which something was inserted, updated or deleted; a row that moved is deleted from its old cell
 *     and inserted into its new one
 */
public record FactReport(long inserted, long updated, long deleted, long unchanged, List<List<Object>> changed) {
    public FactReport {
        changed = changed.stream().map(List::copyOf).toList();
    }
}
