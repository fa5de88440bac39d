package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The log of a load's attempts, and what each of them has read so far. Thread-safe. */
final class AttemptLog {
    private static final Statements SQL = Statements.of(AttemptLog.class);

    private final Map<String, Object> load;
    private final Map<Long, LoadCounts> read = new ConcurrentHashMap<>();

    AttemptLog(String source, String kind, String worker, UUID loadId) {
        this.load = Map.of("source", source, "kind", kind, "worker", worker, "load_id", loadId);
    }

    /** Begins an attempt at a unit; what a dead worker has left of the unit's others is ended. */
    Attempt beginUnit(Sql sql, String feed, long unitId) {
        sql.with("unit_id", unitId).run(SQL.get("end-those-of-dead-workers"));
        return begin(sql, feed, unitId);
    }

    /** Begins an attempt that is at no unit; what dead workers have left is ended after a day. */
    Attempt begin(Sql sql, String feed) {
        sql.with(load).with("feed", feed).run(SQL.get("end-those-of-yesterday"));
        return begin(sql, feed, null);
    }

    private Attempt begin(Sql sql, String feed, @Nullable Long unitId) {
        return new Attempt(
                sql.with(load).with("feed", feed).with("unit_id", unitId).number(SQL.get("begin")), unitId);
    }

    /** Counts what an attempt has read. */
    void read(long runId, LoadCounts counts) {
        read.merge(runId, counts, LoadCounts::plus);
    }

    /** Ends an attempt as loaded. */
    void loaded(Sql sql, long runId, LoadCounts counts, OffsetDateTime asOf) {
        end(sql, runId, "loaded", counts, asOf, null);
    }

    /** Ends an attempt as failed, or as interrupted, and returns what it had read by then. */
    LoadCounts failed(Sql sql, long runId, LoadException failure) {
        LoadCounts counts = read.getOrDefault(runId, LoadCounts.NONE);
        String state = failure.kind() == Kind.INTERRUPTED ? "interrupted" : "failed";
        end(sql, runId, state, counts, null, failure);
        return counts;
    }

    private static void end(
            Sql sql,
            long runId,
            String state,
            LoadCounts counts,
            @Nullable OffsetDateTime asOf,
            @Nullable LoadException failure) {
        Map<String, @Nullable Object> values = new HashMap<>(counts.values());
        values.put("run_id", runId);
        values.put("state", state);
        values.put("as_of", asOf);
        values.put("error_kind", failure == null ? null : failure.kind().name());
        values.put("error", failure == null ? null : failure.getMessage());
        sql.with(values).run(SQL.get("end"));
    }

    /** What was read for several units, by all workers of this load. */
    LoadCounts readForAll(Sql sql) {
        return sql.with(load)
                .one(
                        SQL.get("read-for-all"),
                        row -> LoadCounts.read(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
