-- Who may do what. Runs after every migration, so a right that somebody took away comes back. Touches only
-- what belongs to the owner role: anything else in these schemas is somebody else's.

-- A load that makes partitions changes the same entries of the catalog: they take turns.
SELECT pg_advisory_xact_lock('pg_class'::regclass::oid::integer, 'tracktik.fact_shifts'::regclass::oid::integer);

ALTER TABLE etl.schema_history OWNER TO fieldhouse_owner;
SET LOCAL ROLE fieldhouse_owner;

GRANT USAGE ON SCHEMA etl, tracktik, st_raw_v2, st_raw, st_dim, st_kpi_mart, st_mart, staging TO fieldhouse_loader;
GRANT USAGE ON SCHEMA tracktik, st_kpi_mart, st_mart TO fieldhouse_reader;

DO $$
DECLARE
    target record;
BEGIN
    FOR target IN
        SELECT c.oid::regclass AS name, c.relname, c.relkind, n.nspname AS schema
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relowner = 'fieldhouse_owner'::regrole AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
          AND n.nspname IN ('etl', 'tracktik', 'st_raw_v2', 'st_raw', 'st_dim', 'st_kpi_mart', 'st_mart', 'staging')
    LOOP
        EXECUTE format('GRANT SELECT ON %s TO fieldhouse_loader', target.name);
        IF target.relkind <> 'v' AND target.schema <> 'staging' AND target.relname <> 'schema_history' THEN
            EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %s TO fieldhouse_loader', target.name);
        END IF;
        IF target.schema IN ('st_kpi_mart', 'st_mart')
           OR target.schema = 'tracktik' AND (target.relkind = 'v' OR target.relname = 'billing_periods') THEN
            EXECUTE format('GRANT SELECT ON %s TO fieldhouse_reader', target.name);
        END IF;
    END LOOP;
    FOR target IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE proowner = 'fieldhouse_owner'::regrole
          AND pronamespace IN ('etl'::regnamespace, 'tracktik'::regnamespace)
    LOOP
        EXECUTE format('REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC', target.name);
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION tracktik.ensure_fact_partitions(integer) TO fieldhouse_loader;
