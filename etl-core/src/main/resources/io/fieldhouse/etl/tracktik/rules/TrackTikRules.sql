-- Ends the key of what may offend in several cells, each of which has an issue of its own.
\set in_cell ''' '' || :period_id || ''/'' || :region_id'
-- Two shifts that overlap begin within so many days.
\set overlaps 'employee_id = p.employee_id AND shift_id <> p.shift_id AND starts_at > p.starts_at - interval ''14 days'' AND starts_at < p.ends_at AND ends_at > p.starts_at AND starts_at < ends_at AND status IS DISTINCT FROM ''CANCELLED'''
\set dimension tracktik.dim_regions
\set key region_key
\set id region_id
\set fact tracktik.fact_shifts

-- name: missing-building-code
SELECT client_id::text AS entity_key,
       'The site has no building code.' AS message,
       jsonb_build_object('region_id', region_id, 'status', status) AS details
FROM tracktik.dim_clients
WHERE valid_to = 'infinity' AND NOT inferred
  AND coalesce(custom_id, '') !~ '\S' AND status IS DISTINCT FROM 'CLOSED';

-- name: missing-time-zone
SELECT c.client_id::text AS entity_key,
       CASE WHEN coalesce(r.time_zone, '') ~ '\S'
            THEN 'The site has no time zone of its own, so its region''s is used.'
            ELSE 'The site has no time zone of its own, and its region has none either.' END AS message,
       jsonb_build_object('region_id', c.region_id, 'region_time_zone', r.time_zone) AS details
FROM tracktik.dim_clients c
LEFT JOIN tracktik.dim_regions r ON r.region_id = c.region_id AND r.valid_to = 'infinity'
WHERE c.valid_to = 'infinity' AND NOT c.inferred AND coalesce(c.time_zone, '') !~ '\S';

-- name: shift-without-a-place
SELECT source_key AS entity_key,
       'The shift is in quarantine: no figure has it as it is now. ' || min(reason) AS message,
       '{}'::jsonb AS details
FROM etl.quarantine
WHERE source = 'tracktik' AND feed = 'shifts' AND reason_kind = 'no place' AND settled_at IS NULL
GROUP BY source_key;

-- name: duplicate-shift
SELECT shift_id::text AS entity_key,
       'Another shift has the same employee, position and start.' AS message,
       jsonb_build_object('shifts', others) AS details
FROM (SELECT shift_id,
             array_agg(shift_id) OVER (PARTITION BY employee_id, position_id, starts_at ORDER BY shift_id
                                       ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING EXCLUDE CURRENT ROW) AS others
      FROM tracktik.fact_shifts
      WHERE period_id = :period_id AND region_id = :region_id
        AND employee_id IS NOT NULL AND status IS DISTINCT FROM 'CANCELLED') cell
WHERE others IS NOT NULL;

-- name: overlapping-shifts
-- What the employees of the cell are planned for, wherever and in whichever period, in turn: a shift overlaps an
-- earlier one if any of those ends after it begins, and a later one if the next begins before it ends. Each employee's
-- come from the index by employee, and by nothing else: an index by period would be read again for each of them.
--
-- Of two shifts both offend, whichever cell is loaded last: those of other cells that overlap one of this cell do so in
-- their own units.
--
-- What was found in units that are near may have ended by what changed here: then it has come here itself, or what it
-- overlapped is here or was, with an open issue of this unit. Details name that, unless they name only some of many:
-- they are written anew whenever either of two is loaded. The others are not looked up.
WITH staff AS (
    SELECT employee_id, min(starts_at) - interval '14 days' AS earliest, max(ends_at) AS latest
    FROM tracktik.fact_shifts
    WHERE period_id = :period_id AND region_id = :region_id AND employee_id IS NOT NULL
    GROUP BY employee_id
), planned AS (
    SELECT s.employee_id, p.*, max(p.ends_at) OVER in_turn AS earlier_end, lead(p.starts_at) OVER in_turn AS next_start
    FROM staff s CROSS JOIN LATERAL (
        SELECT shift_id, period_id, region_id, starts_at, ends_at
        FROM tracktik.fact_shifts
        WHERE employee_id = s.employee_id AND starts_at > s.earliest AND starts_at < s.latest
          AND starts_at < ends_at AND status IS DISTINCT FROM 'CANCELLED'
        OFFSET 0) p
    WINDOW in_turn AS (PARTITION BY s.employee_id ORDER BY p.starts_at, p.shift_id
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), overlapping AS (
    SELECT p.*, (p.period_id, p.region_id) = (:period_id, :region_id) AS is_here, o.*
    FROM planned p CROSS JOIN LATERAL (
        SELECT array_agg(shift_id ORDER BY starts_at DESC, shift_id) AS others,
               bool_or((period_id, region_id) = (:period_id, :region_id)) AS overlaps_here
        FROM tracktik.fact_shifts
        WHERE :overlaps) o
    WHERE p.earlier_end > p.starts_at OR p.next_start < p.ends_at
), near AS MATERIALIZED (
    SELECT u.unit_id, i.entity_key, i.details -> 'shifts' AS others
    FROM etl.load_units here
    JOIN etl.load_units u ON u.source = here.source AND u.feed = here.feed AND u.unit_id <> here.unit_id
         AND u.window_from <= here.window_to + 14 AND u.window_to >= here.window_from - 14
    CROSS JOIN LATERAL (
        SELECT entity_key, details FROM etl.data_quality_issues
        WHERE unit_id = u.unit_id AND closed_at IS NULL AND rule = 'overlapping shifts'
        OFFSET 0) i
    WHERE here.unit_id = :unit_id
), touched AS (
    SELECT shift_id::text AS key FROM tracktik.fact_shifts WHERE period_id = :period_id AND region_id = :region_id
    UNION
    SELECT entity_key FROM etl.data_quality_issues
    WHERE unit_id = :unit_id AND closed_at IS NULL AND rule = 'overlapping shifts'
), suspect AS (
    SELECT unit_id, entity_key FROM near WHERE jsonb_array_length(others) >= 10
    UNION
    SELECT unit_id, entity_key
    FROM (SELECT unit_id, entity_key, jsonb_array_elements_text(others || to_jsonb(entity_key)) AS key FROM near) listed
    JOIN touched USING (key)
)
SELECT shift_id::text AS entity_key,
       'The shift overlaps others of its employee.' AS message,
       jsonb_build_object('shifts', others[1:10]) AS details,
       CASE WHEN NOT is_here
            THEN (SELECT min(u.unit_id) FROM etl.load_units u
                  WHERE u.source = 'tracktik' AND u.feed = 'shifts'
                    AND u.scope = jsonb_build_object('period', o.period_id, 'region', o.region_id)) END AS unit_id
FROM overlapping o
WHERE is_here AND others IS NOT NULL OR overlaps_here
UNION ALL
SELECT i.entity_key, NULL, NULL, i.unit_id
FROM suspect i
WHERE (SELECT count(*)
       FROM tracktik.fact_shifts p CROSS JOIN LATERAL (
           SELECT FROM tracktik.fact_shifts WHERE :overlaps LIMIT 1) o
       WHERE p.shift_id = i.entity_key::bigint AND p.starts_at < p.ends_at
         AND p.status IS DISTINCT FROM 'CANCELLED') = 0;

-- name: hours-out-of-range
-- A night on which the clocks are put back makes a day longer than its 24 hours by the clock on the wall.
SELECT shift_id::text AS entity_key,
       CASE WHEN fewest < 0 THEN 'The shift has hours below 0.'
            ELSE 'The shift has more hours than the ' || :longest || ' that it can have.' END AS message,
       jsonb_strip_nulls(jsonb_build_object(
           'planned', round(planned, 2), 'scheduled', scheduled_hours, 'clocked', clocked_hours,
           'approved', approved_hours, 'payable', payable_hours, 'billable', billable_hours,
           'overtime', overtime_hours, 'holiday', holiday_hours)) AS details
FROM (SELECT *, extract(epoch FROM ends_at - starts_at) / 3600 AS planned,
             least(scheduled_hours, clocked_hours, approved_hours, payable_hours, billable_hours,
                   overtime_hours, holiday_hours) AS fewest,
             greatest(scheduled_hours, clocked_hours, approved_hours, payable_hours, billable_hours,
                      overtime_hours, holiday_hours, extract(epoch FROM ends_at - starts_at) / 3600) AS most
      FROM tracktik.fact_shifts
      WHERE period_id = :period_id AND region_id = :region_id
        AND (ends_at > starts_at + :longest * interval '1 hour'
             OR least(scheduled_hours, clocked_hours, approved_hours, payable_hours, billable_hours,
                      overtime_hours, holiday_hours) < 0
             OR greatest(scheduled_hours, clocked_hours, approved_hours, payable_hours, billable_hours,
                         overtime_hours, holiday_hours) > :longest)
      OFFSET 0) suspect
WHERE fewest < 0
   OR CASE WHEN time_zone IN (SELECT name FROM pg_timezone_names)
           THEN most - planned > :longest
               - extract(epoch FROM (ends_at AT TIME ZONE time_zone) - (starts_at AT TIME ZONE time_zone)) / 3600
           ELSE true END;

-- name: worked-far-above-scheduled
SELECT shift_id::text AS entity_key,
       'Far more was worked than scheduled.' AS message,
       jsonb_build_object('worked_minutes', worked_minutes, 'scheduled_minutes', scheduled_minutes) AS details
FROM tracktik.fact_attendance
WHERE period_id = :period_id AND region_id = :region_id
  AND worked_minutes > scheduled_minutes + :surplus * 60;

-- name: missing-clock-out
SELECT shift_id::text AS entity_key,
       'The shift is over, and nobody has clocked out.' AS message,
       jsonb_build_object('clocked_in_at', clocked_in_at, 'scheduled_end_at', scheduled_end_at) AS details
FROM tracktik.fact_attendance
WHERE period_id = :period_id AND region_id = :region_id
  AND clocked_in_at IS NOT NULL AND clocked_out_at IS NULL AND scheduled_end_at < now();

-- name: billed-but-not-worked
-- Every shift has its attendance, of which few show no work: those are looked up, each by its id alone. An index by
-- period would be read again for each of them.
SELECT a.shift_id::text AS entity_key,
       'The shift is billed, and nobody has worked it.' AS message,
       jsonb_build_object('billable_hours', s.billable_hours, 'bill_amount', s.bill_amount) AS details
FROM tracktik.fact_attendance a
CROSS JOIN LATERAL (
    SELECT period_id, billable_hours, bill_amount
    FROM tracktik.fact_shifts
    WHERE shift_id = a.shift_id AND (billable_hours > 0 OR bill_amount > 0)
      AND attendance_status IS DISTINCT FROM 'PTO' AND paid_time_off IS NOT TRUE
    OFFSET 0) s
WHERE s.period_id = :period_id AND a.period_id = :period_id AND a.region_id = :region_id AND a.scheduled_end_at < now()
  AND (a.worked_minutes = 0 OR a.worked_minutes IS NULL AND a.session_count = 0);

-- name: work-at-a-closed-site
-- A site without a date of closing was worked at after it was first seen closed: in this version, or in one before it
-- if it has not been seen open since. What was before that is unknown.
SELECT c.client_id || :in_cell AS entity_key,
       'The site was worked at after it had closed.' AS message,
       jsonb_build_object('shifts', count(*), 'first_on', min(a.business_date), 'last_on', max(a.business_date),
                          'closed_on', min(c.closed_on)) AS details
FROM (
    SELECT client_id, closed_on,
           CASE WHEN closed_on IS NULL
                THEN (SELECT min(v.seen_from) FROM tracktik.dim_clients v
                      WHERE v.client_id = open.client_id AND NOT EXISTS (
                          SELECT FROM tracktik.dim_clients w
                          WHERE w.client_id = v.client_id AND w.valid_from >= v.valid_from
                            AND w.status IS DISTINCT FROM 'CLOSED')) END AS seen_closed
    FROM tracktik.dim_clients open
    WHERE valid_to = 'infinity' AND (closed_on IS NOT NULL OR status = 'CLOSED')
    OFFSET 0) c
JOIN tracktik.fact_attendance a ON a.client_id = c.client_id
WHERE a.period_id = :period_id AND a.region_id = :region_id
  AND (a.worked_minutes > 0 OR a.clocked_in_at IS NOT NULL)
  AND (c.closed_on < a.business_date OR c.seen_closed <= a.scheduled_start_at)
GROUP BY c.client_id;

-- name: unknown-member
-- Members of a dimension that only facts name. Where a dimension has none, no fact is read.
WITH inferred AS MATERIALIZED (
    SELECT :key FROM :dimension WHERE inferred
)
SELECT :id || :in_cell AS entity_key,
       'No extract has held this ' || :word || ', which is referred to.' AS message,
       jsonb_build_object('rows', count(*), 'period_id', :period_id::integer, 'region_id', :region_id::bigint) AS details
FROM :fact
WHERE period_id = :period_id AND region_id = :region_id
  AND EXISTS (SELECT FROM inferred) AND :key IN (SELECT :key FROM inferred)
GROUP BY :id;
