-- name: random
SELECT gen_random_uuid()

-- name: enter
-- In one order: loads that enter the same units never wait for each other in a circle. What is there is not tried: a conflict
-- would wait for whoever commits that unit.
INSERT INTO etl.load_units (source, feed, scope, window_from, window_to, title)
SELECT :source, feed, scope::jsonb, window_from, window_to, title
FROM unnest(:feeds::text[], :scopes::text[], :from_days::date[], :to_days::date[], :titles::text[])
     p (feed, scope, window_from, window_to, title)
WHERE NOT EXISTS (
    SELECT FROM etl.load_units u
    WHERE (u.source, u.feed, u.scope) = (:source, p.feed, p.scope::jsonb)
      AND (u.window_from, u.window_to) IS NOT DISTINCT FROM (p.window_from, p.window_to))
ORDER BY feed, window_from, window_to, scope
ON CONFLICT DO NOTHING

-- name: retitle
-- A title that somebody else has locked can wait for the next load.
UPDATE etl.load_units u SET title = n.title
FROM (SELECT u.unit_id, p.title
      FROM unnest(:feeds::text[], :scopes::text[], :from_days::date[], :to_days::date[], :titles::text[])
           p (feed, scope, window_from, window_to, title)
      JOIN etl.load_units u
          ON (u.source, u.feed, u.scope) = (:source, p.feed, p.scope::jsonb)
          AND (u.window_from, u.window_to) IS NOT DISTINCT FROM (p.window_from, p.window_to)
      WHERE u.title <> p.title
      FOR UPDATE OF u SKIP LOCKED) n
WHERE u.unit_id = n.unit_id

-- name: claim
UPDATE etl.load_units
SET state = 'claimed', claimed_by = :worker, attempts = attempts + 1,
    claim_expires_at = now() + :lease * interval '1 millisecond'
WHERE (state IN ('pending', 'failed')
       OR state = 'loaded' AND loaded_at < :since
       OR state = 'claimed' AND claim_expires_at < now())
  AND (source, feed, scope) = (:source, :feed, :scope::jsonb)
  AND (window_from, window_to) IS NOT DISTINCT FROM (:window_from::date, :window_to::date)
RETURNING unit_id, attempts

-- name: is-loaded
SELECT EXISTS (
    SELECT FROM etl.load_units
    WHERE state = 'loaded' AND loaded_at >= :since AND (source, feed, scope) = (:source, :feed, :scope::jsonb)
      AND (window_from, window_to) IS NOT DISTINCT FROM (:window_from::date, :window_to::date))

-- name: renew
-- A claim that is being committed needs no more.
UPDATE etl.load_units SET claim_expires_at = now() + :lease * interval '1 millisecond'
WHERE unit_id IN (SELECT unit_id FROM etl.load_units u
                  WHERE claimed_by = :worker AND state = 'claimed'
                    AND EXISTS (SELECT FROM etl.etl_run_log r
                                WHERE r.unit_id = u.unit_id AND r.state = 'running'
                                  AND r.started_at > now() - :longest * interval '1 millisecond')
                  FOR UPDATE SKIP LOCKED)

-- name: end-as-loaded
UPDATE etl.load_units
SET state = 'loaded', claimed_by = NULL, claim_expires_at = NULL, row_count = :rows,
    loaded_at = (SELECT started_at FROM etl.etl_run_log WHERE run_id = :run_id), last_error = NULL
WHERE unit_id = :unit_id AND state = 'claimed' AND claimed_by = :worker AND attempts = :turn
  AND claim_expires_at >= now()

-- name: end-as-failed
UPDATE etl.load_units
SET state = :state, claimed_by = NULL, claim_expires_at = NULL, last_error = :error
WHERE unit_id = :unit_id AND state = 'claimed' AND claimed_by = :worker AND attempts = :turn
