-- name: cells
SELECT 'tracktik' AS source, period_id, period, region_id, coalesce(region, region_id::text) AS region, state, row_count,
       loaded_at, attempts, ends_on AS last_day
FROM tracktik.load_coverage
ORDER BY period_id DESC, region;
