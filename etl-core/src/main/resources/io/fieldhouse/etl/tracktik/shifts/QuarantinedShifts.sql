\set shifts staging.tracktik_shifts
\set kept 'SELECT quarantine_id, source_key, reason_kind, unit_id, NULL::integer AS period_id, NULL::bigint AS region_id, NULL::bigint AS position_id FROM etl.quarantine'

-- name: kept
-- A shift belongs where its position's site is by now, in the period in which it was read; one whose position is not known
-- belongs to the unit in whose load it came. The record may not be JSON at all, so its position is looked for among its bytes,
-- once for each record; a wrong one costs a reading.
SELECT q.quarantine_id, q.source_key, q.reason_kind, (u.scope ->> 'period')::integer AS period_id,
       (u.scope ->> 'region')::bigint AS region_id, u.unit_id,
       substring(encode(q.record, 'escape')
                 FROM '"position"\s*:\s*(?:\{[^}]*"id"\s*:\s*)?"?(\d{1,18})\y')::bigint AS position_id
FROM etl.quarantine q
LEFT JOIN etl.load_units u USING (unit_id)
WHERE q.source = 'tracktik' AND q.feed = 'shifts' AND q.settled_at IS NULL

-- name: waiting
WITH kept AS MATERIALIZED (:kept
), placed AS (
    SELECT k.*, c.region_id AS site_region_id
    FROM kept k
    LEFT JOIN tracktik.current_positions p ON p.position_id = k.position_id
    LEFT JOIN tracktik.current_clients c ON c.client_id = p.client_id
)
SELECT u.unit_id, b.label, b.ends_on, (u.scope ->> 'region')::bigint AS region_id, r.name, u.state, count(*) AS shifts,
       count(*) FILTER (WHERE n.source_key IS NULL) AS nameless
FROM placed n
LEFT JOIN etl.load_units u
    ON (u.source, u.feed, u.scope)
       = ('tracktik', 'shifts', jsonb_build_object('period', n.period_id, 'region', coalesce(n.site_region_id, n.region_id)))
LEFT JOIN tracktik.billing_periods b ON b.period_id = n.period_id AND u.unit_id IS NOT NULL
LEFT JOIN tracktik.current_regions r ON r.region_id = (u.scope ->> 'region')::bigint
GROUP BY u.unit_id, b.label, b.ends_on, b.period_id, u.scope, r.name, u.state
ORDER BY b.period_id DESC, r.name, u.scope

-- name: settle-gone
-- What waits for a place in the region, or at a position without a site, and is not in TrackTik any more. What has moved to
-- another period is settled, too: it waits for that one, if it waits.
WITH kept AS MATERIALIZED (
    SELECT * FROM (:kept) k
    WHERE k.reason_kind = 'no place'
      AND k.unit_id = ANY (ARRAY(SELECT unit_id FROM etl.load_units
                                 WHERE source = 'tracktik' AND feed = 'shifts'
                                   AND (scope ->> 'period')::integer = :period_id))
      AND NOT EXISTS (SELECT FROM :shifts s WHERE s.shift_id::text = k.source_key)
)
UPDATE etl.quarantine q SET settled_at = now()
FROM kept n
JOIN tracktik.current_positions p ON p.position_id = n.position_id
LEFT JOIN tracktik.current_clients c ON c.client_id = p.client_id
WHERE q.quarantine_id = n.quarantine_id AND c.region_id IS NOT DISTINCT FROM :region_id::bigint

-- name: mark
UPDATE etl.load_units SET state = 'pending'
WHERE unit_id = ANY (:units::bigint[]) AND state = 'loaded'

-- name: settle-readable
-- What could not be read before can be read now, or is gone; what has no place waits for one.
UPDATE etl.quarantine SET settled_at = now()
WHERE source = 'tracktik' AND feed = 'shifts' AND settled_at IS NULL AND unit_id = :unit_id
  AND reason_kind <> 'no place'
