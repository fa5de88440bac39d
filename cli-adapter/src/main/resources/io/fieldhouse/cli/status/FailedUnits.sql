-- name: all
SELECT source, feed, title AS unit, scope::text AS scope, last_error AS error, row_count, loaded_at
FROM etl.load_units
WHERE state = 'failed' ORDER BY window_from DESC NULLS FIRST, title;
