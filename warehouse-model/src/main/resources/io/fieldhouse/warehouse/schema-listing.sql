-- Every object of the warehouse's schemas with its definition. All supported servers print these definitions alike,
-- except for views, which each server prints in its own way. Partitions are left out: they come with the years.
WITH spaces AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)
), relations AS (
    SELECT c.oid, c.relkind, s.nspname || '.' || c.relname AS name
    FROM pg_class c
    JOIN spaces s ON s.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition AND c.relname <> 'schema_history'
)
SELECT 'table ' || r.name, CASE r.relkind WHEN 'p' THEN 'partitioned' ELSE '' END
FROM relations r
WHERE r.relkind <> 'v'
UNION ALL
SELECT 'column ' || r.name || '.' || a.attname,
       format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
           || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
           || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM relations r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
UNION ALL
SELECT 'constraint ' || r.name || '.' || c.conname, pg_get_constraintdef(c.oid)
FROM relations r
JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'c', 'x')
UNION ALL
SELECT 'index ' || r.name || '.' || x.relname, pg_get_indexdef(x.oid)
FROM relations r
JOIN pg_index i ON i.indrelid = r.oid
JOIN pg_class x ON x.oid = i.indexrelid
UNION ALL
SELECT 'trigger ' || r.name || '.' || t.tgname,
       pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' disabled' END
FROM relations r
JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
UNION ALL
SELECT 'view ' || r.name, pg_get_viewdef(r.oid)
FROM relations r
WHERE r.relkind = 'v'
UNION ALL
SELECT 'routine ' || s.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
       md5(CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) ELSE p.prosrc END)
FROM pg_proc p
JOIN spaces s ON s.oid = p.pronamespace
ORDER BY 1
