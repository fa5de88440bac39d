-- name: time-zones
SELECT name FROM pg_timezone_names ORDER BY name

-- name: sites-of-positions
SELECT client_id AS id FROM tracktik.dim_positions

-- name: regions-of-sites
SELECT region_id AS id FROM tracktik.dim_clients
