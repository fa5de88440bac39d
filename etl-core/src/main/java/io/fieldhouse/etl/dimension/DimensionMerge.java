package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.stage.Duplicates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * Merges a snapshot into the versions of a dimension, within the transaction that it is given; merges of one dimension
 * take turns. What the snapshot shows as it was, is not written.
 */
public final class DimensionMerge {
    private final Connection connection;
    private final Dimension dimension;
    private final Snapshot snapshot;
    private final MergeLimits limits;
    private final MergeStatements sql;

    private DimensionMerge(Connection connection, Dimension dimension, Snapshot snapshot, MergeLimits limits) {
        this.connection = connection;
        this.dimension = dimension;
        this.snapshot = snapshot;
        this.limits = limits;
        this.sql = new MergeStatements(connection, dimension, snapshot);
    }

    /**
     * Merges, and says what it did.
     *
     * @param connection in a transaction at READ COMMITTED, which the caller commits
     * @throws LoadException if more would be retired than may be, or the database refuses
     */
    public static MergeReport merge(Connection connection, Dimension dimension, Snapshot snapshot, MergeLimits limits) {
        try {
            return new DimensionMerge(connection, dimension, snapshot, limits).merge();
        } catch (SQLException e) {
            throw LoadException.of("Merging into " + dimension.name(), e);
        }
    }

    /** Says what a merge would do, with some of the keys, and does nothing. */
    public static MergePlan plan(Connection connection, Dimension dimension, Snapshot snapshot) {
        try {
            Savepoint before = connection.setSavepoint();
            DimensionMerge trial = new DimensionMerge(connection, dimension, snapshot, MergeLimits.CONFIRMED);
            MergePlan plan = trial.planned();
            connection.rollback(before);
            return plan;
        } catch (SQLException e) {
            throw LoadException.of("Planning a merge into " + dimension.name(), e);
        }
    }

    private MergePlan planned() throws SQLException {
        MergeReport report = merge();
        if (sql.holds("to_regclass('pg_temp.merge_delta') IS NOT NULL")) {
            return new MergePlan(report, samples("new"), samples("changed"), samples("gone"));
        }
        // A first merge makes no table of what differs: all is new.
        List<String> added =
                report.added() > 0 ? sql.texts("SELECT {key} FROM {staging} ORDER BY {key} LIMIT 10") : List.of();
        return new MergePlan(report, added, List.of(), List.of());
    }

    private List<String> samples(String kind) throws SQLException {
        return sql.texts("SELECT key FROM merge_delta WHERE kind = '" + kind + "' ORDER BY key LIMIT 10");
    }

    private MergeReport merge() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("A merge is part of a transaction.");
        }
        takeTurns();
        sql.run("DROP TABLE IF EXISTS pg_temp.merge_delta");
        List<Long> unfit =
                sql.numbers("SELECT count({key}) - count(DISTINCT {key}), count(*) - count({key}) FROM {staging}");
        long duplicates = leaveOutDuplicates(unfit.get(0) > 0);
        long withoutKey = unfit.get(1) > 0 ? keepWithoutKey() : 0;
        long staged = snapshot.rows() - duplicates - withoutKey;
        MergeColumns columns = MergeColumns.learn(sql, dimension, snapshot);
        // A record without a key, or one that another hides by coming twice, may be one that seems to be gone.
        boolean isFull = snapshot.isFull() && withoutKey == 0 && duplicates == 0;
        MergeReport report;
        if (sql.holds(
                "EXISTS (SELECT FROM etl.dimension_merges WHERE dimension = '{dimension}' AND as_of >= :as_of)")) {
            report = new LateMerge(sql, dimension, columns, limits).merge(isFull, staged, duplicates, withoutKey);
        } else if (sql.holds("NOT EXISTS (SELECT FROM {dimension})")) {
            report = new MergeReport(first(), 0, 0, 0, 0, duplicates, withoutKey, false);
        } else {
            report = current(columns.sinceTheLastFull(sql), isFull, staged, duplicates, withoutKey);
        }
        sql.run("""
                INSERT INTO etl.dimension_merges (dimension, as_of, keys, lacks, run_id)
                SELECT '{dimension}', :as_of, %1$s, %2$s, :run_id
                WHERE NOT EXISTS (SELECT FROM etl.dimension_merges
                                  WHERE dimension = '{dimension}' AND as_of = :as_of AND keys IS NULL AND lacks <@ %2$s)""".formatted(
                        isFull ? "NULL" : "(SELECT coalesce(array_agg({key}), ARRAY[]::bigint[]) FROM {staging})",
                        MergeColumns.names(columns.lacked())));
        settle(isFull);
        return report;
    }

    /** The same lock that the dimension's own trigger takes, before anything is read. */
    private void takeTurns() throws SQLException {
        sql.number("SELECT count(*) FROM pg_advisory_xact_lock("
                + "'pg_class'::regclass::oid::integer, '{dimension}'::regclass::oid::integer)");
    }

    /** Of a key that comes twice one row stays; the others are reported. */
    private long leaveOutDuplicates(boolean some) throws SQLException {
        List<Long> keys = some
                ? Duplicates.delete(connection, snapshot.table(), dimension.key(), snapshot.newestFirst())
                : List.of();
        if (!keys.isEmpty()) {
            sql.run("""
                    INSERT INTO etl.data_quality_issues (rule, severity, source, entity, entity_key, unit_id, run_id, message)
                    SELECT DISTINCT 'duplicate record', 'warning', {source}, {feed}, key::text, :unit_id::bigint, :run_id::bigint,
                           'The extract has this key more than once; the row that was modified last counts.'
                    FROM unnest(:keys) key
                    ON CONFLICT (rule, source, entity, entity_key) WHERE closed_at IS NULL
                    DO UPDATE SET last_seen_at = greatest(data_quality_issues.last_seen_at, now()), occurrences = data_quality_issues.occurrences + 1,
                                  unit_id = excluded.unit_id, run_id = excluded.run_id""", keys);
        }
        if (snapshot.isFull()) {
            sql.run("""
                    UPDATE etl.data_quality_issues SET closed_at = greatest(last_seen_at, now())
                    WHERE rule = 'duplicate record' AND source = {source} AND entity = {feed} AND closed_at IS NULL
                      AND entity_key <> ALL (:keys::text[])""", keys);
        }
        return keys.size();
    }

    private long keepWithoutKey() throws SQLException {
        return sql.keep("""
                DELETE FROM {staging} WHERE {key} IS NULL
                RETURNING NULL::text, 'no key', '{key} is empty', {record}""");
    }

    /** What earlier attempts had to keep has come after all, or the vendor has it no more. */
    private void settle(boolean isFull) throws SQLException {
        String open = "source = {source} AND feed = {feed} AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id";
        if (sql.holds("EXISTS (SELECT FROM etl.quarantine WHERE " + open + ")")) {
            // However few they seem, the staged rows are not read for each of them.
            sql.run("SET LOCAL enable_nestloop = off");
            sql.run("UPDATE etl.quarantine SET settled_at = now() WHERE " + open
                    + (isFull ? "" : " AND source_key IN (SELECT {key}::text FROM {staging})"));
            sql.run("SET LOCAL enable_nestloop = on");
        }
    }

    private long first() throws SQLException {
        return sql.run("""
                INSERT INTO {dimension} ({columns}, valid_from, seen_from, row_hash, run_id)
                SELECT {staged_columns}, '-infinity', :as_of, s.row_hash, :run_id
                FROM {staging} s
                ORDER BY s.{key}""");
    }

    private MergeReport current(MergeColumns columns, boolean isFull, long staged, long duplicates, long withoutKey)
            throws SQLException {
        sql.run("SET LOCAL enable_hashjoin = off");
        List<Long> counts =
                anythingDiffers(isFull) ? writeWhatDiffers(columns, isFull, staged) : List.of(0L, 0L, 0L, 0L);
        sql.run("SET LOCAL enable_hashjoin = on");
        long added = counts.get(0);
        long changed = counts.get(1);
        long overwritten = counts.get(3);
        return new MergeReport(
                added,
                changed,
                counts.get(2),
                overwritten,
                staged - added - changed - overwritten,
                duplicates,
                withoutKey,
                false);
    }

    /** Most often something differs among the first rows already, or nothing at all: then no table is made of it. */
    private boolean anythingDiffers(boolean isFull) throws SQLException {
        return sql.holds("EXISTS (SELECT" + differences("{staging} LIMIT 1000", "LEFT") + ")")
                || sql.holds("EXISTS (SELECT" + differences("{staging}", isFull ? "FULL" : "LEFT") + ")");
    }

    private List<Long> writeWhatDiffers(MergeColumns columns, boolean isFull, long staged) throws SQLException {
        findDelta(columns, isFull);
        List<Long> counts = sql.numbers("""
                SELECT count(*) FILTER (WHERE kind = 'new'), count(*) FILTER (WHERE kind = 'changed'),
                       count(*) FILTER (WHERE kind = 'gone'), count(*) FILTER (WHERE kind IN ('inferred', 'overwritten'))
                FROM merge_delta""");
        long added = counts.get(0);
        long changed = counts.get(1);
        long gone = counts.get(2);
        requireFewGone(gone, staged - added + gone);
        // Rows are found by where they are, one by one, and not by reading the whole table for a few of them.
        sql.run("SET LOCAL enable_mergejoin = off");
        if (counts.get(3) > 0) {
            overwrite(columns);
        }
        if (changed + gone > 0) {
            close();
        }
        if (added + changed > 0) {
            open(columns);
        }
        sql.run("SET LOCAL enable_mergejoin = on");
        return counts;
    }

    /** What differs, and how: the rest is never looked at again. */
    private void findDelta(MergeColumns columns, boolean isFull) throws SQLException {
        sql.run("""
                CREATE TEMP TABLE merge_delta ON COMMIT DROP AS
                SELECT coalesce(s.{key}, d.{key}) AS key, staged_at AS at, version_at AS version,
                       CASE WHEN s.{key} IS NULL THEN 'gone'
                            WHEN d.{key} IS NULL THEN 'new'
                            WHEN d.inferred THEN 'inferred'
                            WHEN %s THEN 'changed'
                            ELSE 'overwritten' END AS kind""".formatted(changed(columns)) + differences("{staging}", isFull ? "FULL" : "LEFT"));
    }

    /**
     * The staged rows and the open versions, in the order of their keys: of the versions from an index, of the rows sorted,
     * which needs no statistics. Those of a table that was just filled are not there yet. Of equal hashes the columns are
     * equal; another hash may be that of an extract with other columns. Only then are they looked at, so that none but keys
     * and hashes are sorted.
     */
    static String differences(String rows, String join) {
        return """

                FROM (SELECT *, ctid AS staged_at FROM %s) s
                %s JOIN (SELECT *, ctid AS version_at FROM {dimension} WHERE valid_to = 'infinity') d ON d.{key} = s.{key}
                WHERE s.row_hash IS DISTINCT FROM d.row_hash AND NOT (s.{key} IS NULL AND d.inferred)
                      AND (num_nulls(s.{key}, d.{key}) > 0 OR d.inferred OR %s)
                   OR {untracked_differ}""".formatted(rows, join, ofBoth("{tracked_differ}"));
    }

    /** Another hash, of what no other column tells apart, is a change of what is tracked: unless that was not known before. */
    private static String changed(MergeColumns columns) {
        String changed = ofBoth(columns.changed());
        return columns.doubtful().isEmpty()
                ? "s.row_hash <> d.row_hash AND (NOT ({untracked_differ}) OR " + changed + ")"
                : changed;
    }

    /**
     * Whether something holds of a staged row and a version, which are fetched by where they are: with an offset, since the
     * server would otherwise compare each with each beforehand where it takes one of the tables for small.
     */
    private static String ofBoth(String condition) {
        return "EXISTS (SELECT FROM {staging} s, {dimension} d WHERE s.ctid = staged_at AND d.ctid = version_at AND ("
                + condition + ") OFFSET 0)";
    }

    private void requireFewGone(long gone, long open) throws SQLException {
        if (gone > 0) {
            sql.requireFewGone(
                    limits, gone, open, "SELECT key FROM merge_delta WHERE kind = 'gone' ORDER BY key LIMIT 10");
        }
    }

    private void overwrite(MergeColumns columns) throws SQLException {
        sql.run("""
                UPDATE {dimension} d
                SET {assignments}, row_hash = %s, inferred = false, run_id = :run_id, loaded_at = now(),
                    seen_from = CASE WHEN d.inferred THEN :as_of ELSE d.seen_from END
                FROM merge_delta x JOIN {staging} s ON s.ctid = x.at
                WHERE x.kind IN ('inferred', 'overwritten') AND d.ctid = x.version""".formatted(columns.hashWith("d")));
    }

    private void close() throws SQLException {
        sql.run("""
                UPDATE {dimension} d
                SET valid_to = :as_of, retired = x.kind = 'gone', run_id = :run_id, loaded_at = now()
                FROM merge_delta x
                WHERE x.kind IN ('changed', 'gone') AND d.ctid = x.version""");
    }

    /** What the snapshot does not say of a key, is as it was last. */
    private void open(MergeColumns columns) throws SQLException {
        boolean isWhole = columns.others().isEmpty();
        sql.run("""
                INSERT INTO {dimension} ({columns}%s, valid_from, seen_from, row_hash, run_id)
                SELECT {staged_columns}%s,
                       CASE WHEN x.kind = 'new' AND NOT EXISTS (SELECT FROM {dimension} o WHERE o.{key} = x.key)
                            THEN '-infinity' ELSE :as_of END,
                       :as_of, %s, :run_id
                FROM merge_delta x JOIN {staging} s ON s.ctid = x.at%s
                WHERE x.kind IN ('new', 'changed')
                ORDER BY x.key""".formatted(
                        isWhole ? "" : ", " + String.join(", ", columns.others()),
                        isWhole ? "" : ", " + MergeColumns.list("o", columns.others()),
                        columns.hashWith("o"),
                        isWhole ? "" : """

                LEFT JOIN LATERAL (SELECT * FROM {dimension} o WHERE o.{key} = x.key ORDER BY o.valid_to DESC LIMIT 1) o ON true"""));
    }
}
