\set of_feed 'feed = :feed AND (:settled OR settled_at IS NULL)'

-- name: kinds
SELECT source, feed, reason_kind, count(*) AS records, min(kept_at) AS first_kept,
       max(kept_at) AS last_kept
FROM etl.quarantine WHERE :settled OR settled_at IS NULL
GROUP BY source, feed, reason_kind ORDER BY source, feed, reason_kind;

-- name: count
SELECT count(*) AS n FROM etl.quarantine WHERE :of_feed;

-- name: records
SELECT quarantine_id AS id, source_key AS key, reason_kind, reason, kept_at AS kept,
       settled_at AS settled
FROM etl.quarantine WHERE :of_feed
ORDER BY quarantine_id DESC LIMIT :limit;

-- name: known-feeds
SELECT DISTINCT feed FROM etl.quarantine;

-- name: facts
SELECT q.quarantine_id AS id, q.source, q.feed, q.source_key AS key, q.reason_kind, q.reason,
       u.title AS unit, q.run_id AS run,
       octet_length(q.record) AS bytes, q.kept_at AS kept, q.settled_at AS settled
FROM etl.quarantine q
LEFT JOIN etl.load_units u ON u.unit_id = q.unit_id
WHERE q.quarantine_id = :id;

-- name: record
SELECT record FROM etl.quarantine WHERE quarantine_id = :id;
