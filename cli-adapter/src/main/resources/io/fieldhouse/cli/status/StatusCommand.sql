-- name: loads
SELECT source, load_kind AS load, min(started_at) AS started, max(ended_at) AS ended,
       count(*) FILTER (WHERE state = 'loaded' AND unit_id IS NOT NULL) AS loaded,
       count(*) FILTER (WHERE state = 'failed') AS failed,
       count(*) FILTER (WHERE state = 'interrupted') AS stopped,
       count(*) FILTER (WHERE state = 'running') AS running,
       coalesce(sum(rows_read), 0)::bigint AS records_read,
       coalesce(sum(api_calls), 0)::bigint AS requests
FROM etl.etl_run_log
WHERE started_at > now() - interval '90 days'
GROUP BY load_id, source, load_kind ORDER BY min(started_at) DESC LIMIT 5;

-- name: freshness
SELECT (SELECT max(loaded_at) FROM etl.load_units) AS last_loaded,
       (SELECT count(*) FROM etl.load_units WHERE state = 'failed') AS failed_units,
       (SELECT count(*) FROM etl.data_quality_issues WHERE closed_at IS NULL) AS open_issues,
       (SELECT count(*) FROM etl.quarantine WHERE settled_at IS NULL) AS in_quarantine;
