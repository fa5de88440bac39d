\set view 'tracktik."load_coverage"'
\set of_periods 'x.period_id BETWEEN current_setting(''export.first_period'')::integer AND current_setting(''export.last_period'')::integer'
\set of_regions 'x.region_id = ANY (current_setting(''export.regions'')::bigint[])'
\set order 'x."period_id", x."region_id", x'
\set rows 'SELECT * FROM tracktik."load_coverage"'

-- name: catalogue
-- Facts are what is cut into partitions.
SELECT c.relname, CASE c.relkind WHEN 'v' THEN 'view' ELSE 'fact' END,
       coalesce(obj_description(c.oid, 'pg_class'), ''),
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
       (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attname <> 'period_id', k.place), '{}')
        FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY k (number, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary)
FROM pg_class c
WHERE c.relnamespace = 'tracktik'::regnamespace AND c.relkind IN ('v', 'p') AND NOT c.relispartition
  AND has_table_privilege(c.oid, 'SELECT')
ORDER BY c.relkind DESC, c.relname;

-- name: rows
SELECT x.* FROM :view x WHERE :of_periods AND :of_regions ORDER BY :order;

-- name: copy
-- COPY takes no values: they are settings of the transaction.
COPY (:rows) TO STDOUT (FORMAT csv, HEADER);
