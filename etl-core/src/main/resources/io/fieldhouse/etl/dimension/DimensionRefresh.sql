\set dimension tracktik.dim_clients
\set key client_id
\set staging staging.tracktik_clients
\set added staging.tracktik_clients
\set assignments 'city = d.city, country = d.country'
\set kept 'd.city, d.country'

-- name: missing
SELECT :key FROM :dimension d
WHERE valid_to = 'infinity' AND NOT inferred AND NOT EXISTS (SELECT FROM :staging s WHERE s.:key = d.:key)
ORDER BY 1

-- name: add
INSERT INTO :staging SELECT * FROM :added

-- name: keep-unreported-columns
UPDATE :staging s SET row_hash = sha256(s.row_hash || d.row_hash), :assignments
FROM :dimension d
WHERE d.:key = s.:key AND d.valid_to = 'infinity' AND s.:key IN (SELECT :key FROM :added)
  AND num_nonnulls(:kept) > 0

-- name: settle
UPDATE etl.quarantine SET settled_at = now()
WHERE source = :source AND feed = :feed AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id
  AND source_key IN (SELECT :key::text FROM :added)
