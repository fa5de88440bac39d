\set shifts staging.tracktik_shifts
\set sessions staging.tracktik_work_sessions
\set summaries staging.tracktik_shift_summaries
\set billed staging.tracktik_billable_items
\set table staging.tracktik_work_sessions
\set added staging.tracktik_work_sessions
\set relevant 'SELECT shift_id FROM staging.tracktik_shifts'
\set usable '(started_at IS NOT NULL AND (ended_at IS NULL OR ended_at >= started_at))'

-- name: position-ids
SELECT position_id AS id FROM :shifts

-- name: client-ids
SELECT p.client_id AS id FROM tracktik.dim_positions p
JOIN (SELECT DISTINCT position_id FROM :shifts) s USING (position_id)

-- name: region-ids
SELECT c.region_id AS id FROM tracktik.dim_positions p
JOIN (SELECT DISTINCT position_id FROM :shifts) s USING (position_id)
JOIN tracktik.dim_clients c USING (client_id)

-- name: employee-ids
SELECT employee_id AS id FROM :shifts

-- name: pay-code-ids
SELECT pay_code_id AS id FROM :shifts

-- name: billing-code-ids
SELECT billing_code_id AS id FROM :billed

-- name: relevant
-- The shifts that can have their place in the regions and days: by the clocks of a site that its position ever was at, of its
-- own, or of the site's region. What was read of the days around is of other units.
SELECT s.shift_id FROM :shifts s
WHERE EXISTS (
    SELECT FROM tracktik.dim_positions p
    JOIN tracktik.dim_clients c ON c.client_id = p.client_id AND c.region_id = ANY (:regions::bigint[])
    LEFT JOIN tracktik.dim_regions g ON g.region_id = c.region_id
    CROSS JOIN LATERAL (VALUES (c.time_zone), (s.time_zone), (g.time_zone)) z (zone)
    WHERE p.position_id = s.position_id
      AND CASE WHEN z.zone = ANY (:zones::text[])
               THEN (s.starts_at AT TIME ZONE z.zone)::date BETWEEN :from_day::date AND :to_day::date END)

-- name: shifts-without-sessions
SELECT s.shift_id FROM :shifts s
WHERE s.clocked_hours > 0 AND NOT EXISTS (SELECT FROM :sessions t WHERE t.shift_id = s.shift_id)
  AND s.shift_id IN (:relevant)
ORDER BY 1

-- name: sessions-of
SELECT work_session_id FROM :sessions WHERE shift_id = ANY (:ids::bigint[]) ORDER BY 1

-- name: shifts-without-summary
SELECT s.shift_id FROM :shifts s
WHERE s.payable_hours > 0 AND NOT EXISTS (SELECT FROM :summaries t WHERE t.shift_id = s.shift_id)
  AND s.shift_id IN (:relevant)
ORDER BY 1

-- name: add
INSERT INTO :table SELECT * FROM :added ON CONFLICT DO NOTHING

-- name: unusable-sessions
SELECT work_session_id::text, 'not usable',
       CASE WHEN shift_id IS NULL THEN 'It belongs to no shift.'
            WHEN started_at IS NULL THEN 'It has no start.'
            ELSE 'It ends before it starts.' END, raw
FROM :sessions WHERE shift_id IS NULL OR NOT :usable

-- name: drop-sessions-without-shift
DELETE FROM :sessions WHERE shift_id IS NULL
