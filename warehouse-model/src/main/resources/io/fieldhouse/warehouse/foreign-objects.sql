-- The statements that hand the warehouse's objects over to the owner role, for those that another role owns: a restore
-- without owners leaves everything to the login that ran it. Takes the schemas and the objects that the migrations make,
-- as 'table tracktik.fact_shifts'; anything else in these schemas keeps its owner.
WITH spaces AS (
    SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname = ANY (?)
), made AS (
    SELECT unnest(?::text[]) AS object
), relations AS (
    SELECT c.oid, c.relkind, c.relowner
    FROM pg_class c
    JOIN spaces s ON s.oid = c.relnamespace
    JOIN made m ON m.object = CASE c.relkind WHEN 'v' THEN 'view ' ELSE 'table ' END || s.nspname || '.' || c.relname
    WHERE c.relkind IN ('r', 'p', 'v')
)
SELECT 1 AS turn, format('ALTER SCHEMA %I OWNER TO fieldhouse_owner', nspname)
FROM spaces
WHERE nspowner <> 'fieldhouse_owner'::regrole
UNION ALL
SELECT 2, format('ALTER TABLE %s OWNER TO fieldhouse_owner', oid::regclass)
FROM relations
WHERE relowner <> 'fieldhouse_owner'::regrole
UNION ALL
SELECT 2, format('ALTER TABLE %s OWNER TO fieldhouse_owner', c.oid::regclass)
FROM relations r
JOIN pg_inherits i ON i.inhparent = r.oid
JOIN pg_class c ON c.oid = i.inhrelid
WHERE c.relowner <> 'fieldhouse_owner'::regrole
UNION ALL
SELECT 3, format('ALTER ROUTINE %s OWNER TO fieldhouse_owner', p.oid::regprocedure)
FROM pg_proc p
JOIN spaces s ON s.oid = p.pronamespace
JOIN made m ON m.object = 'routine ' || s.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
WHERE p.proowner <> 'fieldhouse_owner'::regrole
ORDER BY 1
