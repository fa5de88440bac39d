\set view 'etl."load_units"'
\set condition 'x.unit_id = current_setting(''export.unit'')::bigint'
\set type 'bigint[]'
\set order 'x."unit_id"'

-- name: read-only
SET TRANSACTION READ ONLY;

-- name: in-utc
-- Times are those of UTC, wherever the export is made.
SET LOCAL TimeZone = 'UTC';

-- name: set
SELECT set_config(:name, CAST(:value AS :type)::text, true);

-- name: copy
COPY (SELECT x.* FROM :view x WHERE :condition ORDER BY :order) TO STDOUT (FORMAT csv, HEADER);
