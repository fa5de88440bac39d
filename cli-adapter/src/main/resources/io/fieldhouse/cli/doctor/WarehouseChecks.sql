-- name: version
SELECT current_setting('server_version') AS version;

-- name: rights
SELECT quote_ident(current_user) AS login,
       to_regrole(:loader) IS NOT NULL AS has_roles,
       coalesce(pg_has_role(current_user, to_regrole(:loader)::oid, 'USAGE'), false)
           OR coalesce(pg_has_role(current_user, to_regrole(:owner)::oid, 'USAGE'), false) AS may_write,
       has_database_privilege(current_database(), 'TEMPORARY') AS may_stage,
       quote_ident(current_database()) AS database,
       current_setting('transaction_read_only')::boolean AS read_only;

-- name: time
SELECT clock_timestamp() AS time;

-- name: claims
SELECT count(*) FILTER (WHERE claim_expires_at < now()) AS lapsed, count(*) AS claimed,
       min(claim_expires_at) AS since
FROM etl.load_units WHERE state = 'claimed';
