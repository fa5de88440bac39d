package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The log of a load's attempts, and what each of them has read until now. Thread-safe. */
final class AttemptLog {
    private final String source;
    private final String kind;
    private final String worker;
    private final UUID loadId;
    private final Map<Long, LoadCounts> read = new ConcurrentHashMap<>();

    AttemptLog(String source, String kind, String worker, UUID loadId) {
        this.source = source;
        this.kind = kind;
        this.worker = worker;
        this.loadId = loadId;
    }

    long begin(Connection connection, String feed, @Nullable Long unitId) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("feed", feed);
        values.put("unit_id", unitId);
        values.put("load_id", loadId);
        values.put("kind", kind);
        values.put("source", source);
        values.put("worker", worker);
        return new NamedSql(connection, values).number("""
                INSERT INTO etl.etl_run_log (unit_id, load_id, load_kind, source, feed, worker)
                VALUES (:unit_id::bigint, :load_id, :kind, :source, :feed, :worker)
                RETURNING run_id""");
    }

    /** Counts what an attempt has read. */
    void read(long runId, LoadCounts counts) {
        read.merge(runId, counts, LoadCounts::plus);
    }

    /** Ends an attempt as loaded. */
    void loaded(Connection connection, long runId, LoadCounts counts, OffsetDateTime asOf) throws SQLException {
        ended(connection, runId, "loaded", counts, asOf, null);
    }

    /** Ends an attempt as failed, or as interrupted, and says what it had read by then. */
    LoadCounts failed(Connection connection, long runId, LoadException failure) throws SQLException {
        LoadCounts counts = read.getOrDefault(runId, LoadCounts.NONE);
        String state = failure.kind() == Kind.INTERRUPTED ? "interrupted" : "failed";
        ended(connection, runId, state, counts, null, failure);
        return counts;
    }

    private static void ended(
            Connection connection,
            long runId,
            String state,
            LoadCounts counts,
            @Nullable OffsetDateTime asOf,
            @Nullable LoadException failure)
            throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("run_id", runId);
        values.put("state", state);
        values.put("read", counts.read());
        values.put("inserted", counts.inserted());
        values.put("updated", counts.updated());
        values.put("deleted", counts.deleted());
        values.put("unchanged", counts.unchanged());
        values.put("quarantined", counts.quarantined());
        values.put("requests", counts.requests());
        values.put("bytes", counts.bytes());
        values.put("as_of", asOf);
        values.put("error_kind", failure == null ? null : failure.kind().name());
        values.put("error", failure == null ? null : failure.getMessage());
        new NamedSql(connection, values).run("""
                UPDATE etl.etl_run_log
                SET state = :state, ended_at = greatest(clock_timestamp(), started_at), rows_read = :read,
                    rows_inserted = :inserted, rows_updated = :updated, rows_deleted = :deleted,
                    rows_unchanged = :unchanged, rows_quarantined = :quarantined, api_calls = :requests,
                    bytes_read = :bytes, watermark = :as_of::timestamptz, error_kind = :error_kind,
                    error_message = :error
                WHERE run_id = :run_id AND state = 'running'""");
    }

    /** What was read for several units, by all who have worked at this load. */
    LoadCounts readForAll(Connection connection) throws SQLException {
        return new NamedSql(connection, Map.of("load_id", loadId))
                .all("""
                SELECT sum(rows_read), sum(rows_quarantined), sum(api_calls), sum(bytes_read)
                FROM etl.etl_run_log WHERE load_id = :load_id AND unit_id IS NULL""", row -> LoadCounts.read(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    /** Whether this load has read a feed for several units, and began to no longer ago than that. */
    boolean isFresh(Connection connection, String feed, Duration longest) throws SQLException {
        return new NamedSql(connection, Map.of("load_id", loadId, "feed", feed, "longest", longest.toMillis()))
                .holds("""
                coalesce((SELECT min(started_at) FROM etl.etl_run_log
                          WHERE load_id = :load_id AND unit_id IS NULL AND feed = :feed AND state = 'loaded')
                         > now() - :longest * interval '1 millisecond', false)""");
    }
}
