package io.fieldhouse.etl.dimension;

import java.sql.SQLException;
import java.util.List;

/**
 * Merges a snapshot of a moment before what is known already, or of the same moment again. For each key it has the word
 * from its moment to the next one that anything is known of: a version that begins or ends, or a later extract that showed
 * the key, or was a full one. What comes behind stays as it is; versions that meet and are equal become one.
 */
final class LateMerge {
    private final MergeStatements sql;
    private final Snapshot snapshot;
    private final Dimension dimension;
    private final MergeLimits limits;

    LateMerge(MergeStatements sql, Snapshot snapshot, Dimension dimension, MergeLimits limits) {
        this.sql = sql;
        this.snapshot = snapshot;
        this.dimension = dimension;
        this.limits = limits;
    }

    MergeReport merge(boolean isFull, long staged, long duplicates, long withoutKey) throws SQLException {
        sql.run("DROP TABLE IF EXISTS pg_temp.late_keys, pg_temp.late_old, pg_temp.late_new");
        long filled = fillInferred();
        findKeys(isFull);
        requireFewGone();
        findVersions();
        List<Long> counts = sql.numbers("""
                SELECT count(*) FILTER (WHERE NOT was_known), count(*) FILTER (WHERE was_known)
                FROM (SELECT EXISTS (SELECT FROM late_old o WHERE o.{key} = k.key) AS was_known
                      FROM late_keys k
                      WHERE EXISTS (SELECT FROM late_new n WHERE n.key = k.key AND NOT n.is_as_it_was)
                         OR EXISTS (SELECT FROM late_old o
                                    WHERE o.{key} = k.key
                                      AND NOT EXISTS (SELECT FROM late_new n WHERE n.version = o.{version}))) touched""");
        replace();
        long added = counts.get(0);
        long changed = counts.get(1);
        return new MergeReport(
                added,
                changed,
                0,
                filled,
                Math.max(0, staged - added - changed - filled),
                duplicates,
                withoutKey,
                true);
    }

    private void requireFewGone() throws SQLException {
        long gone = sql.number("SELECT count(*) FROM late_keys WHERE at IS NULL");
        if (gone > 0) {
            limits.require(
                    gone,
                    sql.number("SELECT count(*) FROM {dimension} WHERE seen_from <= :as_of AND valid_to > :as_of"),
                    () -> sql.texts("SELECT key FROM late_keys WHERE at IS NULL ORDER BY key LIMIT 10"),
                    snapshot,
                    dimension);
        }
    }

    private long fillInferred() throws SQLException {
        return sql.run("""
                UPDATE {dimension} d
                SET {assignments}, row_hash = s.row_hash, inferred = false, seen_from = :as_of, run_id = :run_id, loaded_at = now()
                FROM {staging} s
                WHERE d.inferred AND d.{key} = s.{key}""");
    }

    /** The keys that the snapshot says something of, and until when it has the word. */
    private void findKeys(boolean isFull) throws SQLException {
        sql.run("""
                CREATE TEMP TABLE late_keys (key bigint PRIMARY KEY, at tid, row_hash bytea, until timestamptz NOT NULL)
                ON COMMIT DROP""");
        String gone = isFull ? """
                  UNION ALL
                  SELECT DISTINCT d.{key}, NULL::tid, NULL::bytea
                  FROM {dimension} d
                  WHERE d.seen_from <= :as_of AND d.valid_to > :as_of AND NOT d.inferred
                    AND NOT EXISTS (SELECT FROM {staging} s WHERE s.{key} = d.{key})""" : "";
        sql.run("""
                INSERT INTO late_keys
                SELECT k.key, k.at, k.row_hash, coalesce(least(
                    (SELECT min(d.seen_from) FROM {dimension} d WHERE d.{key} = k.key AND d.seen_from > :as_of),
                    (SELECT min(d.valid_to) FROM {dimension} d WHERE d.{key} = k.key AND d.valid_to > :as_of),
                    (SELECT min(m.as_of) FROM etl.dimension_merges m
                     WHERE m.dimension = '{dimension}' AND m.as_of > :as_of AND m.keys IS NULL),
                    (SELECT min(m.as_of) FROM etl.dimension_merges m
                     WHERE m.dimension = '{dimension}' AND m.as_of > :as_of AND k.key = ANY (m.keys))), 'infinity')
                FROM (SELECT {key} AS key, ctid AS at, row_hash FROM {staging} %s) k""".formatted(gone));
        sql.run("ANALYZE late_keys");
    }

    /** What the versions of those keys become: pieces of the old ones and the new one, joined where they are equal. */
    private void findVersions() throws SQLException {
        sql.run("""
                CREATE TEMP TABLE late_old ON COMMIT DROP AS
                SELECT d.* FROM {dimension} d JOIN late_keys k ON k.key = d.{key}""");
        sql.run("CREATE TEMP TABLE late_new (key bigint, version bigint, origin bigint, at tid, begins timestamptz,"
                + " ends timestamptz, seen_from timestamptz, is_retired boolean, is_as_it_was boolean) ON COMMIT DROP");
        sql.run("""
                INSERT INTO late_new
                WITH pieces AS (
                    SELECT k.key, o.{version} AS version, o.{version} AS origin, NULL::tid AS at, o.row_hash,
                           o.seen_from AS begins, least(o.valid_to, :as_of) AS ends
                    FROM late_old o JOIN late_keys k ON k.key = o.{key}
                    WHERE o.seen_from < least(o.valid_to, :as_of)
                    UNION ALL
                    SELECT k.key, CASE WHEN o.seen_from < :as_of AND o.valid_to > :as_of THEN NULL ELSE o.{version} END,
                           o.{version}, NULL, o.row_hash, greatest(o.seen_from, k.until), o.valid_to
                    FROM late_old o JOIN late_keys k ON k.key = o.{key}
                    WHERE greatest(o.seen_from, k.until) < o.valid_to AND o.valid_to > :as_of
                    UNION ALL
                    SELECT k.key, o.{version}, o.{version}, CASE WHEN o.{version} IS NULL THEN k.at END, k.row_hash, :as_of, k.until
                    FROM late_keys k
                    LEFT JOIN late_old o ON o.{key} = k.key AND o.row_hash = k.row_hash
                                        AND o.seen_from <= :as_of AND o.valid_to > :as_of
                    WHERE k.at IS NOT NULL
                ), joints AS (
                    SELECT *, (lag(ends) OVER pieces_of_key IS DISTINCT FROM begins
                               OR lag(row_hash) OVER pieces_of_key IS DISTINCT FROM row_hash)::integer AS is_joint
                    FROM pieces
                    WINDOW pieces_of_key AS (PARTITION BY key ORDER BY begins)
                ), stretches AS (
                    SELECT *, sum(is_joint) OVER (PARTITION BY key ORDER BY begins) AS stretch FROM joints
                ), versions AS (
                    SELECT key, min(version) AS version, min(origin) AS origin,
                           (array_agg(at) FILTER (WHERE at IS NOT NULL))[1] AS at, min(begins) AS seen_from, max(ends) AS ends
                    FROM stretches
                    GROUP BY key, stretch
                ), placed AS (
                    SELECT *, CASE WHEN lag(seen_from) OVER versions_of_key IS NULL THEN '-infinity' ELSE seen_from END AS begins,
                           ends < 'infinity' AND lead(seen_from) OVER versions_of_key IS DISTINCT FROM ends AS is_retired
                    FROM versions
                    WINDOW versions_of_key AS (PARTITION BY key ORDER BY seen_from)
                )
                SELECT p.key, p.version, p.origin, p.at, p.begins, p.ends, p.seen_from, p.is_retired,
                       EXISTS (SELECT FROM late_old o
                               WHERE o.{version} = p.version AND o.valid_from = p.begins AND o.valid_to = p.ends
                                 AND o.seen_from = p.seen_from AND o.retired = p.is_retired)
                FROM placed p""");
        sql.run("ANALYZE late_new");
    }

    /** Takes out what is no longer so, and puts in what is; a version that goes on keeps its key. */
    private void replace() throws SQLException {
        sql.run("""
                DELETE FROM {dimension} d
                USING late_old o
                WHERE d.{version} = o.{version}
                  AND NOT EXISTS (SELECT FROM late_new n WHERE n.version = o.{version} AND n.is_as_it_was)""");
        sql.run("""
                INSERT INTO {dimension} ({columns}, valid_from, valid_to, seen_from, retired, row_hash, run_id)
                SELECT {staged_columns}, n.begins, n.ends, n.seen_from, n.is_retired, s.row_hash, :run_id
                FROM late_new n JOIN {staging} s ON s.ctid = n.at
                WHERE n.origin IS NULL""");
        sql.run("""
                INSERT INTO {dimension} ({columns}, valid_from, valid_to, seen_from, retired, row_hash, run_id)
                SELECT {old_columns}, n.begins, n.ends, n.seen_from, n.is_retired, o.row_hash, :run_id
                FROM late_new n JOIN late_old o ON o.{version} = n.origin
                WHERE n.version IS NULL""");
        sql.run("""
                INSERT INTO {dimension} ({version}, {columns}, valid_from, valid_to, seen_from, retired, row_hash, run_id)
                OVERRIDING SYSTEM VALUE
                SELECT n.version, {old_columns}, n.begins, n.ends, n.seen_from, n.is_retired, o.row_hash, :run_id
                FROM late_new n JOIN late_old o ON o.{version} = n.origin
                WHERE n.version IS NOT NULL AND NOT n.is_as_it_was""");
    }
}
