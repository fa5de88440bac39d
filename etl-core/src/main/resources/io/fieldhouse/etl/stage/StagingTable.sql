\set staging pg_temp.tracktik_shifts_1
\set pattern staging.tracktik_shifts
\set refused pg_temp.tracktik_shifts_1_refused

-- name: create
CREATE TEMP TABLE :staging (LIKE :pattern);

-- name: analyze
-- How much is there is needed before what comes next is planned; what the values are costs more than it helps.
ANALYZE :staging (ordinal);

-- name: rejects
SELECT * FROM unnest(:keys::text[], :kinds::text[], :reasons::text[], :jsons::bytea[]);

-- name: make-refused
CREATE TEMP TABLE IF NOT EXISTS :refused (key text);

-- name: refused
SELECT key FROM :refused;

-- name: none-refused
SELECT NULL::text AS key WHERE false;

-- name: remember
INSERT INTO :refused SELECT key FROM unnest(:keys::text[]) key WHERE key IS NOT NULL;
