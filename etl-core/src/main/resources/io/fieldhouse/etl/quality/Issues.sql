\set query 'SELECT ''7'' AS entity_key, ''Wrong.'' AS message, ''{}''::jsonb AS details'

-- name: begin
DROP TABLE IF EXISTS pg_temp.quality_found;
CREATE TEMP TABLE quality_found (
    source text NOT NULL, rule text NOT NULL, severity text NOT NULL, entity text NOT NULL,
    entity_key text NOT NULL, message text, details jsonb, unit_id bigint
) ON COMMIT DROP;

-- name: given
SELECT entity_key, message, details::jsonb
FROM unnest(:keys::text[], :messages::text[], :details::text[]) AS given(entity_key, message, details);

-- name: find
-- A query without a column unit_id finds the unit's own issues.
WITH found AS (
    INSERT INTO quality_found
    SELECT DISTINCT ON (entity_key)
           :source, :rule, :severity, :entity, entity_key, message, details,
           coalesce(offending.unit_id, checked.unit_id)
    FROM (SELECT :unit_id::bigint AS unit_id) AS checked
    CROSS JOIN LATERAL (SELECT entity_key, message, details, unit_id FROM (
    :query
    ) AS offending) AS offending
    ORDER BY entity_key, message
    RETURNING message)
SELECT count(message) FROM found;

-- name: some
SELECT entity_key, message, details FROM quality_found
WHERE source = :source AND rule = :rule AND unit_id IS NOT DISTINCT FROM :unit_id::bigint
ORDER BY entity_key LIMIT :most;

-- name: see
-- Opens issues, or sees them again: how many of each, by rule.
WITH seen AS (
    INSERT INTO etl.data_quality_issues AS i
        (rule, severity, source, entity, entity_key, unit_id, run_id, message, details)
    SELECT rule, severity, source, entity, entity_key, unit_id, :run_id::bigint, message, details
    FROM quality_found
    WHERE message IS NOT NULL
    ORDER BY source, rule, entity_key
    ON CONFLICT (rule, source, entity, entity_key) WHERE closed_at IS NULL
    DO UPDATE SET severity = excluded.severity, unit_id = excluded.unit_id, run_id = excluded.run_id,
                  message = excluded.message, details = excluded.details, occurrences = i.occurrences + 1,
                  -- Another transaction may have begun later than this one, and seen it earlier.
                  last_seen_at = greatest(i.last_seen_at, now())
    RETURNING source || ' ' || rule AS id, occurrences)
SELECT id, count(*) FILTER (WHERE occurrences = 1), count(*) FILTER (WHERE occurrences > 1)
FROM seen GROUP BY id;

-- name: close
-- Closes what was open of the rules that were checked, and is not found any more: how much of each.
WITH closed AS (
    UPDATE etl.data_quality_issues SET closed_at = greatest(last_seen_at, now())
    WHERE issue_id = ANY (ARRAY(
        SELECT issue_id FROM etl.data_quality_issues i
        WHERE (rule, source, entity) IN (SELECT * FROM unnest(:rules::text[], :sources::text[], :entities::text[]))
          AND closed_at IS NULL AND (unit_id = :unit_id::bigint OR :of_any_unit::boolean)
          AND NOT EXISTS (SELECT FROM quality_found f
                          WHERE f.source = i.source AND f.rule = i.rule AND f.entity_key = i.entity_key)
        FOR UPDATE SKIP LOCKED) || ARRAY(
        SELECT i.issue_id FROM quality_found f CROSS JOIN LATERAL (
            SELECT issue_id FROM etl.data_quality_issues
            WHERE (rule, source, entity, entity_key) = (f.rule, f.source, f.entity, f.entity_key)
              AND closed_at IS NULL
            FOR UPDATE SKIP LOCKED) i
        WHERE f.message IS NULL))
    RETURNING source || ' ' || rule AS id)
SELECT id, count(*) FROM closed GROUP BY id;
