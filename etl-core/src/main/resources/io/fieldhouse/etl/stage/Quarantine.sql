\set records 'SELECT shift_id::text, ''no place'', ''Its position is not known.'', raw FROM staging.tracktik_shifts'

-- name: keep
-- One that lies there already, and is as it was, is not kept again.
WITH bad (key, kind, reason, record) AS (:records), kept AS (
    INSERT INTO etl.quarantine (source, feed, source_key, unit_id, run_id, reason_kind, reason, record)
    SELECT DISTINCT :source, :feed, key, :unit_id::bigint, :run_id::bigint, kind, reason, record
    FROM bad
    WHERE NOT EXISTS (
        SELECT FROM etl.quarantine q
        WHERE (q.source, q.feed, q.record, q.reason) = (:source, :feed, bad.record, bad.reason)
          AND (q.source_key = bad.key OR q.source_key IS NULL AND bad.key IS NULL)
          AND q.settled_at IS NULL))
SELECT count(*) FROM bad;
