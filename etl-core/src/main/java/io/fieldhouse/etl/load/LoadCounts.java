package io.fieldhouse.etl.load;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an attempt read and wrote.
 *
 * @param read records that the vendor sent
 * @param inserted rows that are new
 * @param updated rows that changed
 * @param deleted rows that went because the vendor no longer reports them
 * @param unchanged rows that were as they are already
 * @param quarantined records that lie in quarantine
 * @param requests requests to the vendor, repeated ones included
 * @param bytes bytes of the vendor's answers
 */
public record LoadCounts(
        long read,
        long inserted,
        long updated,
        long deleted,
        long unchanged,
        long quarantined,
        long requests,
        long bytes) {
    /** Nothing at all. */
    public static final LoadCounts NONE = new LoadCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** What was fetched. */
    public static LoadCounts read(long read, long quarantined, long requests, long bytes) {
        return new LoadCounts(read, 0, 0, 0, 0, quarantined, requests, bytes);
    }

    /** What was written. */
    public static LoadCounts written(long inserted, long updated, long deleted, long unchanged) {
        return new LoadCounts(0, inserted, updated, deleted, unchanged, 0, 0, 0);
    }

    /** The counts by their names. */
    public Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("read", read);
        values.put("inserted", inserted);
        values.put("updated", updated);
        values.put("deleted", deleted);
        values.put("unchanged", unchanged);
        values.put("quarantined", quarantined);
        values.put("requests", requests);
        values.put("bytes", bytes);
        return values;
    }

    public LoadCounts plus(LoadCounts other) {
        return new LoadCounts(
                read + other.read,
                inserted + other.inserted,
                updated + other.updated,
                deleted + other.deleted,
                unchanged + other.unchanged,
                quarantined + other.quarantined,
                requests + other.requests,
                bytes + other.bytes);
    }
}
