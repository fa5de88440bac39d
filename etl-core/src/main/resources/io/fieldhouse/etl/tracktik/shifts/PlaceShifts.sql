\set shifts staging.tracktik_shifts
\set placed pg_temp.tracktik_placed
\set dimension tracktik.dim_employees
\set key employee_key
\set id employee_id
\set columns ''
\set versions 'SELECT p.position_key, p.position_id, c.client_key, c.client_id, c.region_id, c.time_zone, p.valid_from, p.valid_to AS until FROM tracktik.dim_positions p, tracktik.dim_clients c'
\set positions 'SELECT position_key, position_id, client_id, valid_from, valid_to AS until FROM tracktik.dim_positions'
\set clients 'SELECT client_key, client_id, region_id, time_zone, valid_from, valid_to AS until FROM tracktik.dim_clients'
\set regions_of_sites 'SELECT region_key, region_id, time_zone, valid_from, valid_to AS until FROM tracktik.dim_regions'
\set employees 'SELECT employee_key, employee_id, valid_from, valid_to AS until FROM tracktik.dim_employees'
\set pay_codes 'SELECT pay_code_key, pay_code_id, valid_from, valid_to AS until FROM tracktik.dim_pay_codes'

-- name: versions
-- A version holds until the next one begins: what happens after a member was last seen points to what it was.
SELECT d.:key, d.:id, :columns d.valid_from,
       CASE WHEN d.retired
            THEN coalesce((SELECT min(n.valid_from) FROM :dimension n
                           WHERE n.:id = d.:id AND n.valid_from > d.valid_from), 'infinity')
            ELSE d.valid_to END AS until
FROM :dimension d

-- name: positions
-- A position that had no site, and got one later, was there all along: a site is not what a position changes.
SELECT v.position_key, v.position_id,
       coalesce(v.client_id, (SELECT n.client_id FROM tracktik.dim_positions n
                              WHERE n.position_id = v.position_id AND n.valid_from > v.valid_from
                                AND n.client_id IS NOT NULL
                              ORDER BY n.valid_from LIMIT 1)) AS client_id,
       v.valid_from, v.until
FROM (:versions) v

-- name: clients
-- The same holds of a site that got its region later.
SELECT v.client_key, v.client_id,
       coalesce(v.region_id, (SELECT n.region_id FROM tracktik.dim_clients n
                              WHERE n.client_id = v.client_id AND n.valid_from > v.valid_from
                                AND n.region_id IS NOT NULL
                              ORDER BY n.valid_from LIMIT 1)) AS region_id,
       v.time_zone, v.valid_from, v.until
FROM (:versions) v

-- name: create
CREATE TABLE :placed (
    at tid, shift_id bigint, source_modified_at timestamptz, region_id bigint, region_key bigint,
    client_id bigint, client_key bigint, position_key bigint, employee_key bigint, pay_code_key bigint,
    time_zone text, business_date date, problem text)

-- name: place
INSERT INTO :placed
WITH p AS (:positions
), c AS (:clients
), g AS (:regions_of_sites
), e AS (:employees
), k AS (:pay_codes
), zones AS (
    SELECT unnest(:zones::text[]) AS name
), placed AS (
    SELECT s.ctid AS at, s.shift_id, s.source_modified_at, c.region_id, g.region_key, c.client_id,
           c.client_key, p.position_key, e.employee_key, k.pay_code_key, z.zone AS time_zone,
           (s.starts_at AT TIME ZONE z.zone)::date AS business_date,
           CASE WHEN p.position_id IS NULL THEN 'Its position is not known.'
                WHEN s.starts_at IS NULL THEN 'It has no start.'
                WHEN s.ends_at IS NULL THEN 'It has no end.'
                WHEN s.ends_at < s.starts_at THEN 'It ends before it starts.'
                WHEN z.zone IS NULL THEN coalesce(
                    'The database server does not know the time zone '
                        || coalesce(c.time_zone, s.time_zone, g.time_zone) || '.',
                    'Neither its site nor itself nor its region has a time zone.')
           END AS problem
    FROM :shifts s
    -- Of what has no start, the versions that count are those of now.
    CROSS JOIN LATERAL (SELECT coalesce(s.starts_at, :as_of) AS start) at
    LEFT JOIN p ON p.position_id = s.position_id AND p.valid_from <= at.start AND at.start < p.until
    LEFT JOIN c ON c.client_id = p.client_id AND c.valid_from <= at.start AND at.start < c.until
    LEFT JOIN g ON g.region_id = c.region_id AND g.valid_from <= at.start AND at.start < g.until
    LEFT JOIN e ON e.employee_id = s.employee_id AND e.valid_from <= at.start AND at.start < e.until
    LEFT JOIN k ON k.pay_code_id = s.pay_code_id AND k.valid_from <= at.start AND at.start < k.until
    LEFT JOIN zones sites ON sites.name = c.time_zone
    LEFT JOIN zones own ON own.name = s.time_zone
    LEFT JOIN zones regions ON regions.name = g.time_zone
    -- Of what has no site, the days are those of the shift's own clocks.
    CROSS JOIN LATERAL (SELECT CASE WHEN p.position_id IS NULL THEN coalesce(own.name, 'UTC')
                                    WHEN c.time_zone IS NOT NULL THEN sites.name
                                    WHEN s.time_zone IS NOT NULL THEN own.name
                                    ELSE regions.name END AS zone) z
    WHERE c.region_id = ANY (:regions::bigint[]) OR p.position_id IS NULL
)
SELECT * FROM placed WHERE business_date IS NULL OR business_date BETWEEN :from_day AND :to_day

-- name: analyze
ANALYZE :placed

-- name: count
SELECT count(*), count(problem) FROM :placed

-- name: problems
SELECT s.shift_id::text, 'no place', n.problem, s.raw
FROM :placed n JOIN :shifts s ON s.ctid = n.at WHERE n.problem IS NOT NULL

-- name: unplace
UPDATE :placed SET region_id = NULL WHERE problem IS NOT NULL

-- name: without-a-site
-- Shifts of a period whose positions have no site, or a site without a region.
SELECT s.shift_id::text, 'no place', 'Its position has no site, or its site no region.', s.raw
FROM :shifts s
CROSS JOIN LATERAL (SELECT coalesce(s.starts_at, :as_of) AS start) at
LEFT JOIN unnest(:zones::text[]) z (name) ON z.name = s.time_zone
WHERE (s.starts_at IS NULL
       OR (s.starts_at AT TIME ZONE coalesce(z.name, 'UTC'))::date BETWEEN :from_day AND :to_day)
  AND EXISTS (SELECT FROM (:positions) p
              LEFT JOIN (:clients) c
                  ON c.client_id = p.client_id AND c.valid_from <= at.start AND at.start < c.until
              WHERE p.position_id = s.position_id AND p.valid_from <= at.start AND at.start < p.until
                AND c.region_id IS NULL)
