-- name: known-periods
SELECT period_id FROM tracktik.billing_periods;

-- name: cells
-- Of a region with others below it something is loaded only where it has been loaded before.
WITH regions AS (
    SELECT region_id FROM tracktik.load_coverage WHERE :every_region OR region_id = ANY (:regions::bigint[])
    UNION
    SELECT region_id FROM tracktik.current_regions r
    WHERE region_id = ANY (:regions::bigint[])
      AND NOT EXISTS (SELECT FROM tracktik.current_regions b WHERE b.parent_region_id = r.region_id))
SELECT p.period_id, p.label, g.region_id, coalesce(r.name, g.region_id::text) AS region,
       (SELECT count(*) FROM regions) AS of_regions
FROM tracktik.billing_periods p
CROSS JOIN regions g
LEFT JOIN tracktik.load_coverage c ON c.period_id = p.period_id AND c.region_id = g.region_id
LEFT JOIN tracktik.current_regions r ON r.region_id = g.region_id
WHERE (:every_period OR p.period_id = ANY (:periods::bigint[])) AND c.loaded_at IS NULL
ORDER BY p.period_id DESC, region, region_id;
