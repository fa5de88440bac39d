\set shifts staging.tracktik_shifts
\set placed pg_temp.tracktik_placed
\set sessions staging.tracktik_work_sessions
\set breaks staging.tracktik_break_sessions
\set summaries staging.tracktik_shift_summaries
\set billed staging.tracktik_billable_items
\set refused 'SELECT NULL::text AS key WHERE false'
\set elsewhere 'SELECT period_id, region_id, shift_id, false AS moved_on FROM tracktik.fact_shifts'
\set billing_codes 'SELECT billing_code_key, billing_code_id, valid_from, valid_to AS until FROM tracktik.dim_billing_codes'
\set usable '(started_at IS NOT NULL AND (ended_at IS NULL OR ended_at >= started_at))'
\set in_cell 'f.period_id = :period_id AND f.region_id = :region_id'
\set in_cells 'f.period_id = :period_id AND f.region_id = :region_id'

-- name: ensure-partitions
SELECT count(*) FROM tracktik.ensure_fact_partitions(:period_id / 100)

-- name: elsewhere
-- Shifts of this cell that are in another. Only those that are new here can be elsewhere; each is looked for by the index,
-- however many facts there are.
SELECT f.period_id, f.region_id, n.shift_id, coalesce(f.source_modified_at > n.source_modified_at, false) AS moved_on
FROM :placed n
CROSS JOIN LATERAL (
    SELECT f.* FROM tracktik.fact_shifts f
    WHERE f.shift_id = n.shift_id AND (f.period_id, f.region_id) <> (:period_id, :region_id)
    OFFSET 0) f
WHERE n.region_id = :region_id AND NOT EXISTS (
    SELECT FROM tracktik.fact_shifts g
    WHERE g.period_id = :period_id AND g.region_id = :region_id AND g.shift_id = n.shift_id)

-- name: is-any-elsewhere
SELECT EXISTS (:elsewhere)

-- name: move
-- A shift is in one cell: where it has moved here from another, it leaves that one; where a later change has moved it on from
-- here already, it stays there.
WITH elsewhere AS MATERIALIZED (:elsewhere
), moved_on AS (
    DELETE FROM :placed n USING elsewhere e WHERE e.moved_on AND n.shift_id = e.shift_id
), left_shifts AS (
    DELETE FROM tracktik.fact_shifts f USING elsewhere e
    WHERE NOT e.moved_on AND (f.period_id, f.region_id, f.shift_id) = (e.period_id, e.region_id, e.shift_id)
), left_attendance AS (
    DELETE FROM tracktik.fact_attendance f USING elsewhere e
    WHERE NOT e.moved_on AND (f.period_id, f.region_id, f.shift_id) = (e.period_id, e.region_id, e.shift_id)
)
SELECT DISTINCT period_id, region_id FROM elsewhere WHERE NOT moved_on

-- name: shifts
-- The shifts of the cell, as rows of fact_shifts: the shift's own figures, or else its summary's.
(SELECT s.shift_id, :period_id::integer AS period_id, s.custom_id, s.starts_at, s.ends_at, n.time_zone, n.business_date,
        n.region_id, n.region_key,
        n.client_id, n.client_key, s.position_id, n.position_key, s.employee_id, n.employee_key,
        s.pay_code_id, n.pay_code_key, i.billing_code_id, b.billing_code_key,
        s.status, s.attendance_status, s.vacant, s.published, s.acknowledged, s.locked, s.payable,
        s.billable, s.paid_time_off, s.break_minutes, s.scheduled_hours, s.clocked_hours, s.approved_hours,
        h.payable_hours, coalesce(s.billable_hours, u.bill_hours) AS billable_hours,
        coalesce(u.regular_hours, h.payable_hours - coalesce(h.overtime_hours, 0) - coalesce(h.holiday_hours, 0))
            AS regular_hours,
        h.overtime_hours, h.holiday_hours, coalesce(s.pay_rate, u.pay_rate) AS pay_rate, s.pay_rate_level,
        coalesce(s.bill_rate, u.bill_rate) AS bill_rate, coalesce(s.pay_amount, u.pay_amount) AS pay_amount,
        coalesce(s.bill_amount, u.bill_amount) AS bill_amount, u.vendor_margin, s.source_modified_at,
        s.row_hash || coalesce(u.row_hash, '') AS row_hash
 FROM :placed n
 JOIN :shifts s ON s.shift_id = n.shift_id
 LEFT JOIN :summaries u ON u.shift_id = n.shift_id
 LEFT JOIN (
     -- Of several codes that a shift is billed under, the one counts that bills most.
     SELECT DISTINCT ON (shift_id) shift_id, billing_code_id
     FROM :billed
     WHERE billing_code_id IS NOT NULL
     GROUP BY shift_id, billing_code_id
     ORDER BY shift_id, sum(bill_amount) DESC NULLS LAST, billing_code_id
 ) i ON i.shift_id = n.shift_id
 LEFT JOIN (:billing_codes) b ON b.billing_code_id = i.billing_code_id
     AND b.valid_from <= s.starts_at AND s.starts_at < b.until
 CROSS JOIN LATERAL (SELECT coalesce(s.payable_hours, u.pay_hours) AS payable_hours,
                            coalesce(s.overtime_hours, u.overtime_hours) AS overtime_hours,
                            coalesce(s.holiday_hours, u.holiday_hours) AS holiday_hours) h
 WHERE n.region_id = :region_id)

-- name: still-present
-- Shifts that are placed in the cell, and those that TrackTik has and whose place is not known.
(SELECT shift_id FROM :placed WHERE region_id = :region_id OR problem IS NOT NULL
 UNION ALL
 SELECT key::bigint FROM (:refused) refused)

-- name: attendance
-- From the facts of the shifts and from what was clocked. Sessions that overlap count once; breaks count where they lie within
-- their session, and no other session was worked. How long was worked in a session that is not usable is not known; that
-- somebody was there, is.
(SELECT f.shift_id, f.period_id, f.business_date, f.region_id, f.region_key, f.client_id, f.client_key, f.position_id,
        f.position_key,
        f.employee_id, f.employee_key, f.starts_at AS scheduled_start_at, f.ends_at AS scheduled_end_at,
        w.clocked_in_at, w.clocked_out_at, w.clock_in_method,
        CASE WHEN w.clocked_out_at IS NOT NULL THEN w.clock_out_method END AS clock_out_method,
        coalesce(w.session_count, 0) AS session_count,
        round(extract(epoch FROM f.ends_at - f.starts_at) / 60, 4) AS scheduled_minutes,
        CASE WHEN w.session_count > 0 THEN CASE WHEN w.clocked_out_at IS NOT NULL THEN worked.minutes END
             WHEN f.ends_at < :as_of THEN 0 END AS worked_minutes,
        CASE WHEN w.session_count > 0 THEN present.minutes - worked.minutes END AS break_minutes,
        CASE WHEN w.clocked_in_at IS NOT NULL
             THEN greatest(0, round(extract(epoch FROM w.clocked_in_at - f.starts_at) / 60, 4)) END AS late_minutes,
        CASE WHEN w.clocked_out_at IS NOT NULL
             THEN greatest(0, round(extract(epoch FROM f.ends_at - w.clocked_out_at) / 60, 4)) END AS early_minutes,
        f.employee_id IS NOT NULL AND f.ends_at < :as_of AND w.session_count IS NULL
            AND f.status IS DISTINCT FROM 'CANCELLED' AND f.paid_time_off IS NOT TRUE
            AND f.attendance_status IS DISTINCT FROM 'PTO' AS missed
 FROM tracktik.fact_shifts f
 LEFT JOIN (
     SELECT w.shift_id, min(w.started_at) AS clocked_in_at,
            CASE WHEN bool_and(w.ended_at IS NOT NULL) THEN max(w.ended_at) END AS clocked_out_at,
            (array_agg(w.clock_in_method ORDER BY w.started_at, w.work_session_id))[1] AS clock_in_method,
            (array_agg(w.clock_out_method ORDER BY w.ended_at DESC, w.work_session_id))[1] AS clock_out_method,
            count(*)::integer AS session_count,
            range_agg(w.span) AS present, range_agg(w.span - coalesce(b.spans, '{}')) AS worked
     FROM (
         SELECT work_session_id, shift_id, started_at, clock_in_method, clock_out_method,
                CASE WHEN :usable THEN ended_at END AS ended_at,
                CASE WHEN started_at < ended_at
                     THEN tstzmultirange(tstzrange(started_at, ended_at)) END AS span
         FROM :sessions
     ) w
     LEFT JOIN (
         SELECT work_session_id, range_agg(tstzrange(started_at, ended_at)) AS spans
         FROM :breaks
         WHERE started_at < ended_at
         GROUP BY work_session_id
     ) b ON b.work_session_id = w.work_session_id
     GROUP BY w.shift_id
 ) w ON w.shift_id = f.shift_id
 CROSS JOIN LATERAL (
     SELECT round(coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0) / 60, 4) AS minutes
     FROM unnest(w.present) span) present
 CROSS JOIN LATERAL (
     SELECT round(coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0) / 60, 4) AS minutes
     FROM unnest(w.worked) span) worked
 WHERE :in_cell)

-- name: shifts-of-facts
-- What is derived vanishes with what it is derived from.
(SELECT period_id, region_id, shift_id FROM tracktik.fact_shifts f WHERE :in_cell)

-- name: sums
-- Sums are of all shifts of a cell; the members are those that held at the first of them.
(SELECT period_id, region_id, client_id, position_id, billing_code_id, first[1][1] AS region_key,
        first[1][2] AS client_key,
        first[1][3] AS position_key, first[1][4] AS billing_code_key, shift_count, scheduled_hours, worked_hours,
        approved_hours, payable_hours, billable_hours, regular_hours, overtime_hours, holiday_hours, pay_amount,
        bill_amount, vendor_margin
 FROM (
     SELECT f.period_id, f.region_id, f.client_id, f.position_id, f.billing_code_id,
            array_agg(ARRAY [f.region_key, f.client_key, f.position_key, f.billing_code_key]
                      ORDER BY f.starts_at, f.shift_id) AS first,
            count(*) AS shift_count,
            sum(f.scheduled_hours) FILTER (WHERE f.status IS DISTINCT FROM 'CANCELLED') AS scheduled_hours,
            round(sum(a.worked_minutes) / 60, 8) AS worked_hours,
            sum(f.approved_hours) AS approved_hours, sum(f.payable_hours) AS payable_hours,
            sum(f.billable_hours) AS billable_hours, sum(f.regular_hours) AS regular_hours,
            sum(f.overtime_hours) AS overtime_hours, sum(f.holiday_hours) AS holiday_hours,
            sum(f.pay_amount) AS pay_amount, sum(f.bill_amount) AS bill_amount,
            sum(f.vendor_margin) AS vendor_margin
     FROM tracktik.fact_shifts f
     LEFT JOIN tracktik.fact_attendance a ON a.period_id = f.period_id AND a.shift_id = f.shift_id
     WHERE :in_cells
     GROUP BY f.period_id, f.region_id, f.client_id, f.position_id, f.billing_code_id
 ) sums)

-- name: summed
-- What sums there are, without the sums.
(SELECT DISTINCT period_id, region_id, client_id, position_id, billing_code_id FROM tracktik.fact_shifts f
 WHERE :in_cells)

-- name: count-again
UPDATE etl.load_units u
SET row_count = (SELECT count(*) FROM tracktik.fact_shifts f
                 WHERE f.period_id = c.period_id AND f.region_id = c.region_id)
FROM unnest(:periods::integer[], :regions::bigint[]) c (period_id, region_id)
WHERE u.source = 'tracktik' AND u.feed = 'shifts'
  AND u.scope = jsonb_build_object('period', c.period_id, 'region', c.region_id) AND u.row_count IS NOT NULL

-- name: rows
SELECT count(*) FROM tracktik.fact_shifts f WHERE :in_cell

-- name: settle-loaded
UPDATE etl.quarantine q SET settled_at = now()
WHERE q.source = 'tracktik' AND q.feed = 'shifts' AND q.settled_at IS NULL
  AND q.source_key IN (SELECT shift_id::text FROM :placed WHERE region_id = :region_id)

-- name: settle-clean-feeds
UPDATE etl.quarantine q SET settled_at = now()
WHERE q.source = 'tracktik' AND q.feed = ANY (:clean_feeds::text[]) AND q.settled_at IS NULL
  AND q.unit_id = (SELECT unit_id FROM etl.etl_run_log WHERE run_id = :run_id)

-- name: settle-belongings
-- What waited in quarantine and belongs to shifts of the cell by now.
UPDATE etl.quarantine q SET settled_at = now()
WHERE q.source = 'tracktik' AND q.settled_at IS NULL
  AND (q.feed = 'work sessions' AND q.source_key IN (
           SELECT work_session_id::text FROM :sessions
           WHERE :usable AND shift_id IN (SELECT shift_id FROM :placed WHERE region_id = :region_id))
    OR q.feed = 'break sessions' AND q.source_key IN (
           SELECT break_session_id::text FROM :breaks JOIN :sessions USING (work_session_id)
           WHERE shift_id IN (SELECT shift_id FROM :placed WHERE region_id = :region_id))
    OR q.feed = 'billable items' AND q.source_key IN (
           SELECT billable_item_id::text FROM :billed
           WHERE shift_id IN (SELECT shift_id FROM :placed WHERE region_id = :region_id)))
  AND q.feed IN ('work sessions', 'break sessions', 'billable items')
