\set selected 'SELECT i.*, ''2025-P01 Hawaii'' AS unit, ''{}''::jsonb AS scope FROM etl.data_quality_issues i'
\set chosen 'i.scope ->> ''period'' = ''202501'''

-- name: selected
-- The issues of a rule, or of all, with the unit that each is of, if it is of one.
SELECT i.*, u.title AS unit, u.scope
FROM etl.data_quality_issues i
LEFT JOIN etl.load_units u ON u.unit_id = i.unit_id
WHERE (:closed OR i.closed_at IS NULL)
  AND (:every_rule OR i.rule = :rule);

-- name: count-chosen
SELECT count(*) AS n FROM (:selected) i WHERE :chosen;

-- name: count-unplaced
-- What cannot say whether it is chosen.
SELECT count(*) AS n FROM (:selected) i WHERE (:chosen) IS NULL;

-- name: rules
SELECT i.severity, i.rule, i.entity, count(*) FILTER (WHERE i.closed_at IS NULL) AS open,
       count(*) FILTER (WHERE i.closed_at IS NOT NULL) AS closed,
       min(i.first_seen_at) AS first_seen, max(i.last_seen_at) AS last_seen
FROM (:selected) i WHERE :chosen
GROUP BY i.severity, i.rule, i.entity
ORDER BY i.severity = 'error' DESC, i.severity = 'warning' DESC, open DESC, i.rule;

-- name: issues
SELECT i.issue_id, i.severity, i.entity, i.entity_key, i.message, i.unit, i.occurrences,
       i.first_seen_at AS first_seen, i.last_seen_at AS last_seen, i.closed_at AS closed,
       i.details::text AS details,
       (SELECT string_agg(replace(key, '_', ' ') || ' ' || value, ', ')
        FROM jsonb_each_text(CASE jsonb_typeof(i.details) WHEN 'object' THEN i.details END))
           AS details_in_words
FROM (:selected) i WHERE :chosen
ORDER BY i.first_seen_at DESC, i.issue_id DESC LIMIT :limit;

-- name: known-rules
SELECT DISTINCT rule FROM etl.data_quality_issues;
