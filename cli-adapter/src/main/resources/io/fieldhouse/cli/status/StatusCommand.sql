-- name: loads
-- What has days are facts; a dimension that was read, or a check, is no unit that people count.
SELECT r.source, r.load_kind AS load, min(r.started_at) AS started, max(r.ended_at) AS ended,
       count(*) FILTER (WHERE r.state = 'loaded' AND u.window_from IS NOT NULL) AS loaded,
       count(*) FILTER (WHERE r.state = 'failed') AS failed,
       count(*) FILTER (WHERE r.state = 'interrupted') AS stopped,
       count(*) FILTER (WHERE r.state = 'running') AS running,
       coalesce(sum(r.rows_read), 0)::bigint AS records_read,
       coalesce(sum(r.api_calls), 0)::bigint AS requests
FROM etl.etl_run_log r LEFT JOIN etl.load_units u USING (unit_id)
WHERE r.started_at > now() - interval '90 days'
GROUP BY r.load_id, r.source, r.load_kind ORDER BY min(r.started_at) DESC LIMIT 5;

-- name: freshness
SELECT (SELECT max(loaded_at) FROM etl.load_units WHERE window_from IS NOT NULL) AS last_loaded,
       (SELECT count(*) FROM etl.load_units WHERE state = 'failed') AS failed_units,
       (SELECT count(*) FROM etl.data_quality_issues WHERE closed_at IS NULL) AS open_issues,
       (SELECT count(*) FROM etl.quarantine WHERE settled_at IS NULL) AS in_quarantine;
