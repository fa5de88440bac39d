\set dimension tracktik.dim_clients
\set key client_id
\set version client_key
\set staging staging.tracktik_clients
\set columns 'client_id, name, status'
\set values 's.client_id, s.name, d.status'
\set kept d.status
\set tracked 'client_id, name, status'
\set new_doubtful p.name
\set old_doubtful o.name
\set new_columns 'p.client_id, p.name, p.status'
\set old_columns 'o.client_id, o.name, o.status'
\set before 'o.client_id, CASE WHEN k.knew[1] OR o.valid_to <= :as_of THEN o.name ELSE s.name END AS name, o.status'
\set after 'o.client_id, CASE WHEN cut.begins >= k.untils[1] THEN o.name ELSE s.name END AS name, o.status'
\set said 'SELECT as_of FROM etl.dimension_merges'
\set column '''name'''
\set of_key 1

-- name: make-keys
CREATE TEMP TABLE late_keys (
    key bigint PRIMARY KEY, at tid, row_hash bytea, until timestamptz NOT NULL, knew boolean[], untils timestamptz[]
) ON COMMIT DROP;

-- name: said
-- When extracts had a column, and showed a key.
SELECT m.as_of
FROM etl.dimension_merges m
WHERE m.dimension = :dimension_name AND :column <> ALL (m.lacks)
  AND (:of_key = ANY (m.keys)
       OR m.keys IS NULL AND EXISTS (
           SELECT FROM :dimension d
           WHERE d.:key = :of_key AND d.seen_from <= m.as_of AND d.valid_to > m.as_of AND NOT d.inferred));

-- name: find-keys
-- The keys that the snapshot says something of, and until when it has the word. For each column that not every extract
-- had: whether an extract up to this one had it, and until when this one has the word on it.
INSERT INTO late_keys
SELECT k.key, k.at, k.row_hash,
       coalesce(least(
           (SELECT min(d.seen_from) FROM :dimension d
            WHERE d.:key = k.key AND d.seen_from > :as_of AND NOT d.inferred),
           (SELECT min(d.valid_to) FROM :dimension d
            WHERE d.:key = k.key AND d.valid_to > :as_of AND NOT d.inferred),
           (SELECT min(m.as_of) FROM etl.dimension_merges m
            WHERE m.dimension = :dimension_name AND m.as_of > :as_of AND m.keys IS NULL),
           (SELECT min(m.as_of) FROM etl.dimension_merges m
            WHERE m.dimension = :dimension_name AND m.as_of > :as_of AND k.key = ANY (m.keys))), 'infinity'),
       words.knew, words.untils
FROM (
    SELECT :key AS key, ctid AS at, row_hash FROM :staging
    UNION ALL
    SELECT DISTINCT d.:key, NULL::tid, NULL::bytea
    FROM :dimension d
    WHERE :is_full AND d.seen_from <= :as_of AND d.valid_to > :as_of AND NOT d.inferred
      AND NOT EXISTS (SELECT FROM :staging s WHERE s.:key = d.:key)) k
LEFT JOIN LATERAL (
    SELECT array_agg(w.knew) AS knew, array_agg(w.until) AS untils
    FROM (SELECT k.at IS NULL OR EXISTS (SELECT FROM (:said) m WHERE m.as_of <= :as_of) AS knew,
                 CASE WHEN k.at IS NULL THEN :as_of
                      ELSE coalesce((SELECT min(m.as_of) FROM (:said) m WHERE m.as_of > :as_of), 'infinity') END AS until
          FROM unnest(:doubtful::text[]) c (name)) w) words ON :is_doubtful;

-- name: analyze-keys
ANALYZE late_keys;

-- name: count-open
SELECT count(*) FROM :dimension WHERE seen_from <= :as_of AND valid_to > :as_of AND NOT inferred;

-- name: find-old
CREATE TEMP TABLE late_old ON COMMIT DROP AS
SELECT d.* FROM :dimension d JOIN late_keys k ON k.key = d.:key;

-- name: find-new
-- What the versions of those keys become: pieces of the old ones and the new one, joined where they meet and are equal. Of
-- those, what is not tracked is as in the last.
CREATE TEMP TABLE late_new ON COMMIT DROP AS
WITH pieces AS (
    -- Before the moment: of the version that holds at it, what nobody had said is as it is said now.
    SELECT o.:version AS origin, false AS is_new,
           CASE WHEN ROW(:new_doubtful) IS NOT DISTINCT FROM ROW(:old_doubtful) THEN o.row_hash END AS row_hash,
           p.*, o.seen_from AS begins, least(o.valid_to, :as_of) AS ends
    FROM late_old o
    JOIN late_keys k ON k.key = o.:key
    LEFT JOIN :staging s ON s.ctid = k.at
    CROSS JOIN LATERAL (SELECT :before) p
    WHERE NOT o.inferred AND o.seen_from < least(o.valid_to, :as_of)
    UNION ALL
    -- After it: from when on the snapshot has the word no more, column by column.
    SELECT o.:version, false,
           CASE WHEN ROW(:new_doubtful) IS NOT DISTINCT FROM ROW(:old_doubtful) THEN o.row_hash END,
           p.*, cut.begins, cut.ends
    FROM late_old o
    JOIN late_keys k ON k.key = o.:key
    LEFT JOIN :staging s ON s.ctid = k.at
    CROSS JOIN LATERAL (SELECT greatest(o.seen_from, k.until) AS since) rest
    CROSS JOIN LATERAL (
        SELECT rest.since AS begins, o.valid_to AS ends WHERE NOT :is_doubtful
        UNION ALL
        SELECT *
        FROM (SELECT begins, lead(begins, 1, o.valid_to) OVER (ORDER BY begins)
              FROM (SELECT rest.since AS begins
                    UNION
                    SELECT until FROM unnest(k.untils) until WHERE until > rest.since AND until < o.valid_to) cuts) rests
        WHERE :is_doubtful) cut
    CROSS JOIN LATERAL (SELECT :after) p
    WHERE NOT o.inferred AND rest.since < o.valid_to AND o.valid_to > :as_of
    UNION ALL
    -- Between: what the snapshot does not say of a key, is as it was last; where nothing came before, as it is next.
    SELECT o.:version, true, CASE WHEN num_nonnulls(:kept) = 0 THEN s.row_hash END,
           :values, :as_of::timestamptz, k.until
    FROM late_keys k
    JOIN :staging s ON s.ctid = k.at
    LEFT JOIN late_old o ON o.:key = k.key AND (o.inferred OR o.seen_from <= :as_of AND o.valid_to > :as_of)
    LEFT JOIN LATERAL (
        SELECT * FROM :dimension d
        WHERE d.:key = k.key AND NOT d.inferred
        ORDER BY d.seen_from <= :as_of AND d.valid_to > :as_of DESC,
                 CASE WHEN d.valid_to <= :as_of THEN d.valid_to END DESC NULLS LAST, d.valid_to
        LIMIT 1) d ON :lacks_columns
), joints AS (
    SELECT *, (lag(ends) OVER of_key IS DISTINCT FROM begins
               OR coalesce(lag(row_hash) OVER of_key <> row_hash, true)
                  AND lag(ROW(:tracked)) OVER of_key IS DISTINCT FROM ROW(:tracked))::integer AS is_joint
    FROM pieces
    WINDOW of_key AS (PARTITION BY :key ORDER BY begins)
), stretches AS (
    SELECT *, sum(is_joint) OVER (PARTITION BY :key ORDER BY begins) AS stretch FROM joints
), wholes AS (
    SELECT *, coalesce(min(origin) FILTER (WHERE NOT is_new) OVER whole, min(origin) OVER whole) AS version_of,
           bool_and(is_new) OVER whole AS is_all_new, min(begins) OVER whole AS seen_from,
           max(ends) OVER whole AS valid_to, first_value(row_hash) OVER whole AS hash
    FROM stretches
    WINDOW whole AS (PARTITION BY :key, stretch ORDER BY length(row_hash), begins
                     ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
), placed AS (
    SELECT :columns, seen_from, valid_to,
           CASE WHEN row_number() OVER (PARTITION BY version_of ORDER BY is_all_new, seen_from) = 1
                THEN version_of END AS :version,
           CASE WHEN lag(seen_from) OVER of_key IS NULL THEN '-infinity' ELSE seen_from END AS valid_from,
           valid_to < 'infinity' AND lead(seen_from) OVER of_key IS DISTINCT FROM valid_to AS retired,
           coalesce(hash, sha256(convert_to(ROW(:tracked)::text, 'UTF8'))) AS row_hash
    FROM wholes
    WHERE ends = valid_to
    WINDOW of_key AS (PARTITION BY :key ORDER BY seen_from)
), compared AS (
    SELECT p.*, coalesce((p.valid_from, p.valid_to, p.seen_from, p.retired)
                           = (o.valid_from, o.valid_to, o.seen_from, o.retired) AND NOT o.inferred, false)
                    AS keeps_its_place,
           ROW(:new_columns) IS NOT DISTINCT FROM ROW(:old_columns) AS is_the_same
    FROM placed p
    LEFT JOIN late_old o ON o.:version = p.:version
)
SELECT *, keeps_its_place AND is_the_same AS is_as_it_was FROM compared;

-- name: analyze-new
ANALYZE late_new;

-- name: find-delta
-- The keys whose versions do not stay as they were.
CREATE TEMP TABLE merge_delta ON COMMIT DROP AS
SELECT k.key, CASE WHEN k.at IS NULL THEN 'gone'
                   WHEN o.:key IS NULL THEN 'new'
                   WHEN o.was_inferred OR n.keep_their_place AND NOT o.is_lost THEN 'overwritten'
                   ELSE 'changed' END AS kind
FROM late_keys k
LEFT JOIN (SELECT :key, bool_and(is_as_it_was) AS are_as_they_were, bool_and(keeps_its_place) AS keep_their_place
           FROM late_new GROUP BY :key) n ON n.:key = k.key
LEFT JOIN (SELECT o.:key, bool_or(o.inferred) AS was_inferred, bool_or(n.:version IS NULL) AS is_lost
           FROM late_old o LEFT JOIN late_new n ON n.:version = o.:version
           GROUP BY o.:key) o ON o.:key = k.key
WHERE o.is_lost OR NOT coalesce(n.are_as_they_were, false);

-- name: take-out
DELETE FROM :dimension d
USING late_old o
WHERE d.:version = o.:version
  AND NOT EXISTS (SELECT FROM late_new n WHERE n.:version = o.:version AND n.is_as_it_was);

-- name: put-in-new
INSERT INTO :dimension (:columns, valid_from, valid_to, seen_from, retired, row_hash, run_id)
SELECT :columns, valid_from, valid_to, seen_from, retired, row_hash, :run_id::bigint
FROM late_new
WHERE :version IS NULL;

-- name: put-back
-- A version that goes on keeps its key.
INSERT INTO :dimension (:version, :columns, valid_from, valid_to, seen_from, retired, row_hash, run_id)
OVERRIDING SYSTEM VALUE
SELECT :version, :columns, valid_from, valid_to, seen_from, retired, row_hash, :run_id::bigint
FROM late_new
WHERE :version IS NOT NULL AND NOT is_as_it_was;
