\set shifts staging.tracktik_shifts

-- name: find-changed-units
-- The units in which a changed shift is, and those that would read it now: of each region that its position's sites were ever
-- in, or of none. No zone is a day away.
CREATE TEMP TABLE changed_units ON COMMIT DROP AS
WITH changed AS (
    SELECT s.shift_id, s.position_id, s.starts_at
    FROM :shifts s
    WHERE NOT EXISTS (SELECT FROM tracktik.fact_shifts f
                      WHERE f.shift_id = s.shift_id AND f.source_modified_at = s.source_modified_at)
), cells AS (
    SELECT f.period_id, f.region_id FROM changed s JOIN tracktik.fact_shifts f USING (shift_id)
    UNION
    SELECT b.period_id, c.region_id
    FROM changed s
    JOIN tracktik.dim_positions p ON p.position_id = s.position_id
    LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
    JOIN tracktik.billing_periods b
        ON s.starts_at::date BETWEEN b.starts_on - 1 AND b.ends_on + 1
)
SELECT DISTINCT u.unit_id
FROM etl.load_units u
JOIN cells ON u.scope = jsonb_strip_nulls(jsonb_build_object('period', cells.period_id, 'region', cells.region_id))
WHERE u.source = 'tracktik' AND u.feed = 'shifts'

-- name: mark
-- A claim that has lapsed is of no worker, and what is left of it would keep the watermark where it is for ever.
UPDATE etl.load_units u SET state = 'pending', claimed_by = NULL, claim_expires_at = NULL
FROM changed_units c
WHERE c.unit_id = u.unit_id
  AND (u.state = 'loaded' OR u.state = 'claimed' AND u.claim_expires_at < now())

-- name: is-any-under-way
-- What is being loaded at this moment may have been read before the change: it is found again the next time.
SELECT EXISTS (SELECT FROM changed_units JOIN etl.load_units USING (unit_id) WHERE state = 'claimed')
