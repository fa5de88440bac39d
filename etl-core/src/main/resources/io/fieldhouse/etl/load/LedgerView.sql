-- name: look
SELECT p.place, CASE WHEN :again OR p.settled_at IS NULL THEN now() ELSE least(p.settled_at, now()) END,
       coalesce(u.state, 'pending'), u.loaded_at
FROM unnest(:feeds::text[], :scopes::text[], :from_days::date[], :to_days::date[], :settled::timestamptz[])
     WITH ORDINALITY p (feed, scope, window_from, window_to, settled_at, place)
LEFT JOIN etl.load_units u
    ON (u.source, u.feed, u.scope) = (:source, p.feed, p.scope::jsonb)
    AND (u.window_from, u.window_to) IS NOT DISTINCT FROM (p.window_from, p.window_to)
ORDER BY p.place

-- name: outstanding
-- Units that are to be loaded, and were loaded once, or have failed once: the worker that was to load them again may have
-- died. What was neither belongs to the load that began it.
SELECT DISTINCT u.scope::text
FROM etl.load_units u
WHERE u.source = :source AND u.feed = :feed
  AND (u.state = 'failed'
       OR u.state IN ('pending', 'claimed')
          AND (u.loaded_at IS NOT NULL
               OR EXISTS (SELECT FROM etl.etl_run_log r WHERE r.unit_id = u.unit_id AND r.state = 'failed')))
