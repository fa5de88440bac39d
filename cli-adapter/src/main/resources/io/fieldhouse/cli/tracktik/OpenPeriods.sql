-- name: loaded
SELECT period_id, period, ends_on, min(loaded_at) AS loaded_at
FROM tracktik.load_coverage
WHERE loaded_at IS NOT NULL
  AND (:every_region OR region_id = ANY (:regions::bigint[])) AND (:every_period OR period_id = ANY (:periods::bigint[]))
GROUP BY period_id, period, ends_on ORDER BY period_id DESC;
