\set dimension tracktik.dim_clients
\set key client_id
\set staging staging.tracktik_clients
\set record raw
\set given 'client_id, name, custom_id'
\set columns 'client_id, name, custom_id, status'
\set values 's.client_id, s.name, s.custom_id, d.status'
\set kept d.status
\set surely_differ '(s.client_id) IS DISTINCT FROM (d.client_id)'
\set tracked_differ '(s.client_id, s.name) IS DISTINCT FROM (d.client_id, d.name)'
\set untracked_differ '(s.custom_id) IS DISTINCT FROM (d.custom_id)'
\set doubted '(''name'', s.name IS DISTINCT FROM d.name, d.name IS NOT NULL)'
\set rows staging.tracktik_clients
\set join FULL
\set differences 'SELECT 1::bigint AS key, NULL::tid AS at, NULL::tid AS version, ''new'' AS kind'

-- name: make-room
DROP TABLE IF EXISTS pg_temp.merge_delta, pg_temp.late_keys, pg_temp.late_old, pg_temp.late_new;

-- name: count-unfit
SELECT count(:key) - count(DISTINCT :key), count(*) - count(:key) FROM :staging;

-- name: report-duplicates
INSERT INTO etl.data_quality_issues (rule, severity, source, entity, entity_key, unit_id, run_id, message)
SELECT DISTINCT 'duplicate record', 'warning', :source, :feed, key, :unit_id::bigint, :run_id::bigint,
       'The extract has this key more than once; the row that was modified last counts.'
FROM unnest(:keys::text[]) key
ON CONFLICT (rule, source, entity, entity_key) WHERE closed_at IS NULL
DO UPDATE SET last_seen_at = greatest(data_quality_issues.last_seen_at, now()),
              occurrences = data_quality_issues.occurrences + 1,
              unit_id = excluded.unit_id, run_id = excluded.run_id;

-- name: close-duplicates
UPDATE etl.data_quality_issues SET closed_at = greatest(last_seen_at, now())
WHERE rule = 'duplicate record' AND source = :source AND entity = :feed AND closed_at IS NULL
  AND entity_key <> ALL (:keys::text[]);

-- name: take-out-what-has-no-key
DELETE FROM :staging WHERE :key IS NULL
RETURNING NULL::text, 'no key', :key_name || ' is empty', :record;

-- name: is-late
SELECT EXISTS (SELECT FROM etl.dimension_merges WHERE dimension = :dimension_name AND as_of >= :as_of);

-- name: is-first
SELECT NOT EXISTS (SELECT FROM :dimension);

-- name: insert-first
INSERT INTO :dimension (:given, valid_from, seen_from, row_hash, run_id)
SELECT :given, '-infinity', :as_of::timestamptz, row_hash, :run_id::bigint
FROM :staging
ORDER BY :key;

-- name: differences
-- The staged rows and the open versions, in the order of their keys: of the versions from an index, of the rows sorted,
-- which needs no statistics. Those of a table that was just filled are not there yet. Of equal hashes the columns are
-- equal; another hash may be that of an extract with other columns. Only then are they looked at, so that none but keys
-- and hashes are sorted. Both are fetched by where they are: with an offset, since the server would otherwise compare each
-- with each beforehand where it takes one of the tables for small.
-- Another hash, of what no other column tells apart, is a change of what is tracked: unless that was not known before.
WITH had AS (
    -- Extracts that had a column of which others said nothing.
    SELECT c.name, m.as_of, m.keys
    FROM etl.dimension_merges m
    JOIN unnest(:doubtful::text[]) c (name) ON c.name <> ALL (m.lacks)
    WHERE m.dimension = :dimension_name
), had_of_all AS MATERIALIZED (
    SELECT name, max(as_of) AS as_of FROM had WHERE keys IS NULL GROUP BY name
)
SELECT coalesce(s.:key, d.:key) AS key, staged_at AS at, version_at AS version,
       CASE WHEN s.:key IS NULL THEN 'gone'
            WHEN d.:key IS NULL THEN 'new'
            WHEN d.inferred THEN 'inferred'
            WHEN NOT :is_doubtful AND s.row_hash <> d.row_hash AND NOT (:untracked_differ) THEN 'changed'
            WHEN EXISTS (
                SELECT FROM :staging s, :dimension d
                WHERE s.ctid = staged_at AND d.ctid = version_at
                  AND (:surely_differ
                       OR :is_doubtful AND EXISTS (
                           SELECT FROM (VALUES :doubted) c (name, differs, is_known)
                           WHERE c.differs
                             AND (c.is_known
                                  OR (c.name, d.:key) IN (SELECT name, unnest(keys) FROM had)
                                  OR (SELECT min(o.seen_from) FROM :dimension o WHERE o.:key = d.:key)
                                     <= (SELECT a.as_of FROM had_of_all a WHERE a.name = c.name))))
                OFFSET 0) THEN 'changed'
            ELSE 'overwritten' END AS kind
FROM (SELECT *, ctid AS staged_at FROM :rows) s
:join JOIN (SELECT *, ctid AS version_at FROM :dimension WHERE valid_to = 'infinity') d ON d.:key = s.:key
WHERE s.row_hash IS DISTINCT FROM d.row_hash AND NOT (s.:key IS NULL AND d.inferred)
      AND (num_nulls(s.:key, d.:key) > 0 OR d.inferred
           OR EXISTS (SELECT FROM :staging s, :dimension d
                      WHERE s.ctid = staged_at AND d.ctid = version_at AND (:tracked_differ) OFFSET 0))
   OR :untracked_differ;

-- name: anything-differs
SELECT EXISTS (:differences);

-- name: find-delta
CREATE TEMP TABLE merge_delta ON COMMIT DROP AS :differences;

-- name: count-delta
SELECT count(*) FILTER (WHERE kind = 'new'), count(*) FILTER (WHERE kind = 'changed'),
       count(*) FILTER (WHERE kind = 'gone'), count(*) FILTER (WHERE kind IN ('inferred', 'overwritten'))
FROM merge_delta;

-- name: some-gone
SELECT key FROM merge_delta WHERE kind = 'gone' ORDER BY key LIMIT 10;

-- name: overwrite
-- The hash of what is staged, with what that does not say: its own, or one that no staged row has.
UPDATE :dimension d
SET (:columns) = ROW(:values),
    row_hash = CASE WHEN num_nonnulls(:kept) = 0 THEN s.row_hash ELSE sha256(s.row_hash || d.row_hash) END,
    inferred = false, run_id = :run_id, loaded_at = now(),
    seen_from = CASE WHEN d.inferred THEN :as_of ELSE d.seen_from END
FROM merge_delta x JOIN :staging s ON s.ctid = x.at
WHERE x.kind IN ('inferred', 'overwritten') AND d.ctid = x.version;

-- name: close
UPDATE :dimension d
SET valid_to = :as_of, retired = x.kind = 'gone', run_id = :run_id, loaded_at = now()
FROM merge_delta x
WHERE x.kind IN ('changed', 'gone') AND d.ctid = x.version;

-- name: open
-- What the snapshot does not say of a key, is as it was last.
INSERT INTO :dimension (:columns, valid_from, seen_from, row_hash, run_id)
SELECT :values,
       CASE WHEN x.kind = 'new' AND NOT EXISTS (SELECT FROM :dimension o WHERE o.:key = x.key)
            THEN '-infinity' ELSE :as_of::timestamptz END,
       :as_of::timestamptz,
       CASE WHEN num_nonnulls(:kept) = 0 THEN s.row_hash ELSE sha256(s.row_hash || d.row_hash) END,
       :run_id::bigint
FROM merge_delta x
JOIN :staging s ON s.ctid = x.at
LEFT JOIN LATERAL (SELECT * FROM :dimension o WHERE o.:key = x.key ORDER BY o.valid_to DESC LIMIT 1) d ON :lacks_columns
WHERE x.kind IN ('new', 'changed')
ORDER BY x.key;

-- name: keep-in-mind
INSERT INTO etl.dimension_merges (dimension, as_of, keys, lacks, run_id)
SELECT :dimension_name, :as_of::timestamptz,
       CASE WHEN NOT :is_full THEN (SELECT coalesce(array_agg(:key), ARRAY[]::bigint[]) FROM :staging) END,
       :lacks::text[], :run_id::bigint
WHERE NOT EXISTS (
    SELECT FROM etl.dimension_merges
    WHERE dimension = :dimension_name AND as_of = :as_of AND keys IS NULL AND lacks <@ :lacks::text[]);

-- name: anything-waits
SELECT EXISTS (
    SELECT FROM etl.quarantine
    WHERE source = :source AND feed = :feed AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id);

-- name: settle-all
UPDATE etl.quarantine SET settled_at = now()
WHERE source = :source AND feed = :feed AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id;

-- name: settle-staged
UPDATE etl.quarantine SET settled_at = now()
WHERE source = :source AND feed = :feed AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id
  AND source_key IN (SELECT :key::text FROM :staging);
