\set dimension tracktik.dim_clients
\set key client_id
\set ids 'SELECT client_id AS id FROM tracktik.dim_positions'
\set conditions 'EXISTS (SELECT FROM tracktik.dim_clients)'

-- name: unknown
SELECT id FROM (:ids) wanted
WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM :dimension d WHERE d.:key = id AND NOT d.inferred)

-- name: is-any-unknown
SELECT :conditions

-- name: missing
SELECT DISTINCT id FROM (:ids) wanted
WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM :dimension d WHERE d.:key = id AND NOT d.inferred)
ORDER BY 1

-- name: infer
INSERT INTO :dimension (:key, valid_from, inferred, row_hash)
SELECT id, '-infinity', true, ''
FROM (SELECT DISTINCT id FROM (:ids) wanted
      WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM :dimension d WHERE d.:key = id)) unknown
ORDER BY id
ON CONFLICT DO NOTHING
