\set shifts staging.tracktik_shifts

-- name: clients
-- Sites that ever were in the regions; which shifts were, is found out afterwards.
SELECT DISTINCT client_id FROM tracktik.dim_clients WHERE region_id = ANY (:regions::bigint[]) ORDER BY 1

-- name: positions
SELECT DISTINCT p.position_id FROM tracktik.dim_positions p
JOIN tracktik.dim_clients c ON c.client_id = p.client_id AND c.region_id = ANY (:regions::bigint[])
ORDER BY 1

-- name: regions-of-header
-- TrackTik's header knows where a site is now, and its older shifts belong to where it was.
SELECT unnest(:regions::bigint[]) UNION
SELECT n.region_id FROM tracktik.current_clients n
JOIN tracktik.dim_clients c ON c.client_id = n.client_id AND c.region_id = ANY (:regions::bigint[])
WHERE n.region_id IS NOT NULL ORDER BY 1

-- name: positions-without-a-site
-- Those that were ever without a site, or at one of no region.
SELECT DISTINCT p.position_id FROM tracktik.dim_positions p
LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
WHERE c.region_id IS NULL AND NOT p.inferred
ORDER BY 1

-- name: count-strangers
-- TrackTik ignores a header that it does not understand, and sends everything.
SELECT count(*) FROM :shifts s
WHERE EXISTS (SELECT FROM tracktik.dim_positions p WHERE p.position_id = s.position_id)
  AND NOT EXISTS (SELECT FROM tracktik.dim_positions p
                  LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
                  WHERE p.position_id = s.position_id
                    AND (c.region_id IS NULL OR c.region_id = ANY (:regions::bigint[])))
