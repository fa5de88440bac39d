\set selected 'SELECT i.*, 202501 AS period_id, ''273'' AS region_id, ''2025-P01'' AS period, ''Hawaii'' AS region FROM etl.data_quality_issues i'
\set chosen '(:every_period OR i.period_id BETWEEN :first_period AND :last_period) AND (:every_region OR i.region_id = ANY (:regions::text[]))'

-- name: selected
-- The issues of a rule, or of all, with the period and the region that each is of, if it is of one.
SELECT i.*, s.period_id, s.region_id, p.label AS period, coalesce(r.name, r.region_id::text) AS region
FROM etl.data_quality_issues i
LEFT JOIN etl.load_units u ON u.unit_id = i.unit_id
CROSS JOIN LATERAL (
    SELECT (u.scope ->> 'period')::integer AS period_id,
           coalesce(u.scope ->> 'region', i.details ->> 'region_id') AS region_id) s
LEFT JOIN tracktik.billing_periods p ON p.period_id = s.period_id
LEFT JOIN tracktik.current_regions r ON r.region_id::text = u.scope ->> 'region'
WHERE (:closed OR i.closed_at IS NULL)
  AND (:every_rule OR i.rule = :rule);

-- name: count-chosen
SELECT count(*) AS n FROM (:selected) i WHERE :chosen;

-- name: count-unplaced
-- What cannot be chosen by what it lacks.
SELECT count(*) AS n FROM (:selected) i
WHERE NOT :every_period AND i.period_id IS NULL
   OR NOT :every_region AND i.region_id IS NULL;

-- name: rules
SELECT i.severity, i.rule, i.entity, count(*) FILTER (WHERE i.closed_at IS NULL) AS open,
       count(*) FILTER (WHERE i.closed_at IS NOT NULL) AS closed,
       min(i.first_seen_at) AS first_seen, max(i.last_seen_at) AS last_seen
FROM (:selected) i WHERE :chosen
GROUP BY i.severity, i.rule, i.entity
ORDER BY i.severity = 'error' DESC, i.severity = 'warning' DESC, open DESC, i.rule;

-- name: issues
SELECT i.issue_id, i.severity, i.entity, i.entity_key, i.message, i.period, i.region, i.occurrences,
       i.first_seen_at AS first_seen, i.last_seen_at AS last_seen, i.closed_at AS closed,
       i.details::text AS details,
       (SELECT string_agg(replace(key, '_', ' ') || ' ' || value, ', ')
        FROM jsonb_each_text(CASE jsonb_typeof(i.details) WHEN 'object' THEN i.details END))
           AS details_in_words
FROM (:selected) i WHERE :chosen
ORDER BY i.first_seen_at DESC, i.issue_id DESC LIMIT :limit;

-- name: known-rules
SELECT DISTINCT rule FROM etl.data_quality_issues;
