\set staging staging.tracktik_shifts
\set key shift_id
\set newest_first 'source_modified_at DESC NULLS LAST, ordinal DESC'

-- name: index
CREATE UNIQUE INDEX ON :staging (:key);

-- name: delete
DELETE FROM :staging s
USING (SELECT ctid AS row_at, row_number() OVER (PARTITION BY :key ORDER BY :newest_first) AS row_place
       FROM :staging
       WHERE (:key) IS NOT NULL) x
WHERE s.ctid = x.row_at AND x.row_place > 1
RETURNING concat_ws(', ', :key);
