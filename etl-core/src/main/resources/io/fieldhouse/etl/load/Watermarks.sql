-- name: find
SELECT watermark FROM etl.sync_watermarks WHERE (source, feed, scope) = (:source, :feed, :scope::jsonb)

-- name: first-load
SELECT min(started_at) FROM etl.etl_run_log r
WHERE source = :source AND feed = :feed AND unit_id IS NOT NULL AND state = 'loaded'

-- name: move
INSERT INTO etl.sync_watermarks (source, feed, scope, watermark, run_id)
VALUES (:source, :feed, :scope::jsonb, :watermark, :run_id)
ON CONFLICT (source, feed, scope)
DO UPDATE SET watermark = excluded.watermark, run_id = excluded.run_id, updated_at = now()
