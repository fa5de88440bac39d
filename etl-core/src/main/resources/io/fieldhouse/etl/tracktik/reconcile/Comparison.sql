-- The rows of a CSV beside the facts, in one transaction, in the order of these statements. The lists are those of the
-- measures that are compared.
\set columns 'worked_hours numeric, bill_amount numeric'
\set figures 'ARRAY[8.5], ARRAY[100.0]'
\set sums 'sum(worked_hours) AS worked_hours, sum(bill_amount) AS bill_amount'
\set magnitudes 'abs(sum(worked_hours)), abs(sum(bill_amount))'
\set pairs '(''worked_hours'', h.worked_hours, t.worked_hours, 0.01), (''bill_amount'', h.bill_amount, t.bill_amount, 0.01)'

-- name: create-rows
CREATE TEMP TABLE csv_rows (region text, site text, :columns) ON COMMIT DROP;

-- name: add-rows
INSERT INTO csv_rows SELECT * FROM unnest(:regions::text[], :sites::text[], :figures);

-- name: sum-facts
-- Where the CSV has no regions, a site that worked in several counts to one: its own, if it can.
CREATE TEMP TABLE here_figures ON COMMIT DROP AS
SELECT counted_region_id AS region_id, client_id, :sums, greatest(:magnitudes) > 0 AS has_figures
FROM (SELECT f.*,
             CASE WHEN :has_regions OR f.client_id IS NULL THEN f.region_id
                  ELSE first_value(f.region_id) OVER (PARTITION BY f.client_id
                           ORDER BY f.region_id = c.region_id DESC NULLS LAST, f.region_id) END AS counted_region_id
      FROM tracktik.fact_billing f LEFT JOIN tracktik.current_clients c USING (client_id)
      WHERE f.period_id = :period_id AND f.region_id = ANY (:region_ids::bigint[])) figures
GROUP BY counted_region_id, client_id;

-- name: find-sites
-- Leads the names in the CSV to sites and regions: one row a name, with its sums. What they are called now counts, and what
-- they were called at some time in the period. Of several sites that are called so, those with a figure here other than 0
-- count, or else those of the regions asked for, and of these the ones that still are: there has to be one. Which of two
-- with figures is meant, nobody can say. What is of regions that were not asked for is marked, as far as that is known.
CREATE TEMP TABLE csv_sites ON COMMIT DROP AS
WITH codes AS (
    SELECT row_number() OVER () AS code, region_key, site_key,
           min(region) AS region_code, min(site) AS site_code, count(*) AS row_count, :sums
    FROM (SELECT *, lower(btrim(regexp_replace(region, '[\s\u00a0]+', ' ', 'g'))) AS plain_region,
                 lower(btrim(regexp_replace(site, '[\s\u00a0]+', ' ', 'g'))) AS plain_site
          FROM csv_rows) named
    CROSS JOIN LATERAL (
        SELECT CASE :region_by WHEN 'ID' THEN regexp_replace(plain_region, '^0+(?=[0-9])', '') ELSE plain_region END,
               CASE :site_by WHEN 'ID' THEN regexp_replace(plain_site, '^0+(?=[0-9])', '') ELSE plain_site END
    ) keys (region_key, site_key)
    GROUP BY region_key, site_key
), known_regions AS (
    SELECT region_id, region_id = ANY (:region_ids::bigint[]) AS is_asked, region_key, bool_and(is_former) AS is_former
    FROM (SELECT region_id, custom_id, name, false AS is_former FROM tracktik.current_regions
          UNION ALL
          SELECT region_id, custom_id, name, true FROM tracktik.dim_regions
          WHERE valid_from <= :last_day AND :first_day < valid_to) names
    CROSS JOIN LATERAL (
        SELECT lower(btrim(regexp_replace(
                   CASE :region_by WHEN 'CODE' THEN custom_id WHEN 'NAME' THEN name ELSE region_id::text END,
                   '[\s\u00a0]+', ' ', 'g')))) keys (region_key)
    GROUP BY region_id, region_key
), regions AS (
    SELECT region_key, count(region_id) AS known, count(*) FILTER (WHERE is_asked) AS asked,
           min(region_id) FILTER (WHERE is_asked) AS region_id
    FROM (SELECT c.region_key, k.region_id, k.is_asked,
                 rank() OVER (PARTITION BY c.region_key ORDER BY k.is_asked DESC, k.is_former) AS place
          FROM (SELECT DISTINCT region_key FROM codes) c LEFT JOIN known_regions k USING (region_key)) k
    WHERE place = 1 GROUP BY region_key
), known_sites AS (
    SELECT client_id, c.region_id, site_key, bool_and(is_former) AS is_former
    FROM (SELECT client_id, custom_id, name, false AS is_former FROM tracktik.current_clients
          UNION ALL
          SELECT client_id, custom_id, name, true FROM tracktik.dim_clients
          WHERE valid_from <= :last_day AND :first_day < valid_to) names
    JOIN (SELECT client_id, region_id FROM tracktik.current_clients) c USING (client_id)
    CROSS JOIN LATERAL (
        SELECT lower(btrim(regexp_replace(
                   CASE :site_by WHEN 'CODE' THEN custom_id WHEN 'NAME' THEN name ELSE client_id::text END,
                   '[\s\u00a0]+', ' ', 'g')))) keys (site_key)
    GROUP BY client_id, c.region_id, site_key
), candidates AS (
    SELECT c.code, s.client_id, s.region_id, h.region_id AS figures_region_id, n.nearness,
           rank() OVER (PARTITION BY c.code ORDER BY n.nearness, n.nearness > 1 AND s.is_former) AS place
    FROM codes c
    JOIN known_sites s USING (site_key)
    LEFT JOIN regions g ON g.region_key = c.region_key
    LEFT JOIN here_figures h
      ON h.client_id = s.client_id AND (c.region_key IS NULL OR h.region_id = g.region_id)
    CROSS JOIN LATERAL (SELECT CASE
        WHEN h.has_figures THEN 1
        WHEN h.client_id IS NOT NULL THEN 2
        WHEN CASE WHEN c.region_key IS NULL THEN s.region_id = ANY (:region_ids::bigint[])
                  ELSE s.region_id = g.region_id END THEN 2
        ELSE 3 END AS nearness) n
), found AS (
    SELECT code, count(*) AS sites, min(client_id) AS client_id, min(nearness) AS nearness,
           min(coalesce(figures_region_id, CASE WHEN nearness = 2 THEN region_id END)) AS region_id,
           bool_and(region_id IS NOT NULL) AS lie_somewhere
    FROM candidates WHERE place = 1 GROUP BY code
)
SELECT c.*, r.remark,
       CASE WHEN c.region_key IS NOT NULL THEN CASE WHEN g.asked = 1 THEN g.region_id END
            WHEN f.sites = 1 THEN f.region_id END AS region_id,
       CASE WHEN r.remark IS NULL THEN f.client_id END AS client_id,
       CASE WHEN c.region_key IS NOT NULL THEN g.known > 0 AND g.asked = 0
            ELSE coalesce(f.nearness = 3 AND f.lie_somewhere, false) END AS is_elsewhere
FROM codes c
LEFT JOIN regions g ON g.region_key = c.region_key
LEFT JOIN found f USING (code)
CROSS JOIN LATERAL (SELECT CASE
    WHEN c.region_key IS NOT NULL AND g.known = 0 THEN 'no such region'
    WHEN c.region_key IS NOT NULL AND g.asked > 1 THEN 'several regions'
    WHEN f.sites IS NULL THEN 'no such site'
    WHEN f.sites > 1 THEN 'several sites' END AS remark) r;

-- name: compare
INSERT INTO tracktik.reconciliation_rows
    (reconciliation_id, region_id, client_id, region_code, site_code, measure, here, there, outcome, remark)
WITH there_figures AS (
    SELECT region_id, client_id, min(region_code) AS region_code, min(site_code) AS site_code, min(remark) AS remark, :sums
    FROM csv_sites WHERE NOT is_elsewhere
    GROUP BY region_id, client_id, CASE WHEN client_id IS NULL THEN code END
), pairs AS (
    SELECT coalesce(h.region_id, t.region_id) AS region_id, coalesce(h.client_id, t.client_id) AS client_id,
           t.region_code, t.site_code, t.remark, h.region_id IS NOT NULL AS is_here, t.site_code IS NOT NULL AS is_there,
           m.measure, m.here, m.there, m.tolerance
    FROM here_figures h
    FULL JOIN there_figures t ON t.region_id = h.region_id AND t.client_id = h.client_id
    CROSS JOIN LATERAL (VALUES :pairs) m (measure, here, there, tolerance)
)
SELECT :reconciliation_id, region_id, client_id, region_code, site_code, measure, here, there,
       CASE WHEN NOT is_there THEN 'only here'
            WHEN NOT is_here THEN 'only there'
            WHEN abs(coalesce(here, 0) - coalesce(there, 0))
                 <= greatest(tolerance, :relative_tolerance * greatest(abs(here), abs(there))) THEN 'match'
            WHEN there IS NULL THEN 'only here'
            WHEN here IS NULL THEN 'only there'
            ELSE 'difference' END,
       remark
FROM pairs WHERE num_nonnulls(here, there) > 0;

-- name: count
UPDATE tracktik.reconciliations r
SET rows_compared = s.compared, rows_of_other_regions = s.elsewhere, rows_of_other_periods = :other_periods,
    matches = o.matches, differences = o.differences, only_here = o.only_here, only_there = o.only_there
FROM (SELECT coalesce(sum(row_count) FILTER (WHERE NOT is_elsewhere), 0) AS compared,
             coalesce(sum(row_count) FILTER (WHERE is_elsewhere), 0) AS elsewhere
      FROM csv_sites) s,
     (SELECT count(*) FILTER (WHERE outcome = 'match') AS matches,
             count(*) FILTER (WHERE outcome = 'difference') AS differences,
             count(*) FILTER (WHERE outcome = 'only here') AS only_here,
             count(*) FILTER (WHERE outcome = 'only there') AS only_there
      FROM tracktik.reconciliation_rows WHERE reconciliation_id = :reconciliation_id) o
WHERE r.reconciliation_id = :reconciliation_id;
