package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.load.MergeLimits;
import java.sql.SQLException;
import java.util.List;

/**
 * Merges a snapshot of a moment before what is known already, or of the same moment again. For each key it has the word
 * from its moment to the next one that anything is known of: a version that begins or ends, or a later extract that showed
 * the key, or was a full one; on a column that such an extract did not have, to the next one that had it. What comes behind
 * stays as it is; versions that meet and are equal become one.
 */
final class LateMerge {
    private final MergeStatements sql;
    private final Dimension dimension;
    private final LatePieces pieces;
    private final MergeLimits limits;

    LateMerge(MergeStatements sql, Dimension dimension, MergeColumns columns, MergeLimits limits) {
        this.sql = sql;
        this.dimension = dimension;
        this.pieces = new LatePieces(dimension, columns);
        this.limits = limits;
    }

    MergeReport merge(boolean isFull, long staged, long duplicates, long withoutKey) throws SQLException {
        sql.run("DROP TABLE IF EXISTS pg_temp.late_keys, pg_temp.late_old, pg_temp.late_new");
        findKeys(isFull);
        requireFewGone();
        findVersions();
        findDelta();
        List<Long> counts = sql.numbers("""
                SELECT count(*) FILTER (WHERE kind = 'new'), count(*) FILTER (WHERE kind = 'changed'),
                       count(*) FILTER (WHERE kind = 'gone'), count(*) FILTER (WHERE kind = 'overwritten')
                FROM merge_delta""");
        replace();
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
                true);
    }

    private void requireFewGone() throws SQLException {
        long gone = sql.number("SELECT count(*) FROM late_keys WHERE at IS NULL");
        if (gone > 0) {
            long open = sql.number("SELECT count(*) FROM {dimension}"
                    + " WHERE seen_from <= :as_of AND valid_to > :as_of AND NOT inferred");
            sql.requireFewGone(limits, gone, open, "SELECT key FROM late_keys WHERE at IS NULL ORDER BY key LIMIT 10");
        }
    }

    /** The keys that the snapshot says something of, and until when it has the word. */
    private void findKeys(boolean isFull) throws SQLException {
        sql.run("""
                CREATE TEMP TABLE late_keys (key bigint PRIMARY KEY, at tid, row_hash bytea, until timestamptz NOT NULL%s)
                ON COMMIT DROP""".formatted(pieces.columnsOfKeys()));
        String gone = isFull ? """
                  UNION ALL
                  SELECT DISTINCT d.{key}, NULL::tid, NULL::bytea
                  FROM {dimension} d
                  WHERE d.seen_from <= :as_of AND d.valid_to > :as_of AND NOT d.inferred
                    AND NOT EXISTS (SELECT FROM {staging} s WHERE s.{key} = d.{key})""" : "";
        sql.run("""
                INSERT INTO late_keys
                SELECT k.key, k.at, k.row_hash, coalesce(least(
                    (SELECT min(d.seen_from) FROM {dimension} d
                     WHERE d.{key} = k.key AND d.seen_from > :as_of AND NOT d.inferred),
                    (SELECT min(d.valid_to) FROM {dimension} d
                     WHERE d.{key} = k.key AND d.valid_to > :as_of AND NOT d.inferred),
                    (SELECT min(m.as_of) FROM etl.dimension_merges m
                     WHERE m.dimension = '{dimension}' AND m.as_of > :as_of AND m.keys IS NULL),
                    (SELECT min(m.as_of) FROM etl.dimension_merges m
                     WHERE m.dimension = '{dimension}' AND m.as_of > :as_of AND k.key = ANY (m.keys))), 'infinity')%s
                FROM (SELECT {key} AS key, ctid AS at, row_hash FROM {staging} %s) k""".formatted(pieces.wordOnColumns(), gone));
        sql.run("ANALYZE late_keys");
    }

    /** What the versions of those keys become: pieces of the old ones and the new one, joined where they are equal. */
    private void findVersions() throws SQLException {
        sql.run("""
                CREATE TEMP TABLE late_old ON COMMIT DROP AS
                SELECT d.* FROM {dimension} d JOIN late_keys k ON k.key = d.{key}""");
        sql.run("CREATE TEMP TABLE late_new ON COMMIT DROP AS" + pieces.joined());
        sql.run("ANALYZE late_new");
    }

    /** The keys whose versions do not stay as they were. */
    private void findDelta() throws SQLException {
        sql.run("""
                CREATE TEMP TABLE merge_delta ON COMMIT DROP AS
                SELECT k.key, CASE WHEN k.at IS NULL THEN 'gone'
                                   WHEN o.{key} IS NULL THEN 'new'
                                   WHEN o.was_inferred OR n.keep_their_place AND NOT o.is_lost THEN 'overwritten'
                                   ELSE 'changed' END AS kind
                FROM late_keys k
                LEFT JOIN (SELECT {key}, bool_and(is_as_it_was) AS are_as_they_were, bool_and(keeps_its_place) AS keep_their_place
                           FROM late_new GROUP BY {key}) n ON n.{key} = k.key
                LEFT JOIN (SELECT o.{key}, bool_or(o.inferred) AS was_inferred, bool_or(n.{version} IS NULL) AS is_lost
                           FROM late_old o LEFT JOIN late_new n ON n.{version} = o.{version}
                           GROUP BY o.{key}) o ON o.{key} = k.key
                WHERE o.is_lost OR NOT coalesce(n.are_as_they_were, false)""");
    }

    /** Takes out what is no longer so, and puts in what is; a version that goes on keeps its key. */
    private void replace() throws SQLException {
        sql.run("""
                DELETE FROM {dimension} d
                USING late_old o
                WHERE d.{version} = o.{version}
                  AND NOT EXISTS (SELECT FROM late_new n WHERE n.{version} = o.{version} AND n.is_as_it_was)""");
        String all = String.join(", ", dimension.columns()) + ", valid_from, valid_to, seen_from, retired, row_hash";
        sql.run("INSERT INTO {dimension} (" + all + ", run_id) SELECT " + all
                + ", :run_id FROM late_new WHERE {version} IS NULL");
        sql.run("INSERT INTO {dimension} ({version}, " + all + ", run_id) OVERRIDING SYSTEM VALUE SELECT {version}, "
                + all + ", :run_id FROM late_new WHERE {version} IS NOT NULL AND NOT is_as_it_was");
    }
}
