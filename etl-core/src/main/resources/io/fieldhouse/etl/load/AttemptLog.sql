-- name: begin
INSERT INTO etl.etl_run_log (unit_id, load_id, load_kind, source, feed, worker)
VALUES (:unit_id::bigint, :load_id, :kind, :source, :feed, :worker)
RETURNING run_id

-- name: end
UPDATE etl.etl_run_log
SET state = :state, ended_at = greatest(clock_timestamp(), started_at), rows_read = :read,
    rows_inserted = :inserted, rows_updated = :updated, rows_deleted = :deleted,
    rows_unchanged = :unchanged, rows_quarantined = :quarantined, api_calls = :requests,
    bytes_read = :bytes, watermark = :as_of::timestamptz, error_kind = :error_kind,
    error_message = :error
WHERE run_id = :run_id AND state = 'running'

-- name: end-those-of-dead-workers
UPDATE etl.etl_run_log
SET state = 'interrupted', ended_at = now(), error_kind = 'INTERRUPTED',
    error_message = 'Its worker ended, or was silent for too long.'
WHERE unit_id = :unit_id AND state = 'running'

-- name: end-those-of-yesterday
UPDATE etl.etl_run_log
SET state = 'interrupted', ended_at = now(), error_kind = 'INTERRUPTED',
    error_message = 'It did not end within a day.'
WHERE state = 'running' AND unit_id IS NULL AND source = :source AND feed = :feed
  AND started_at < now() - interval '1 day'

-- name: read-for-all
SELECT sum(rows_read), sum(rows_quarantined), sum(api_calls), sum(bytes_read)
FROM etl.etl_run_log WHERE load_id = :load_id AND unit_id IS NULL
