-- What people and BI tools read. Each summary is the sum of the finer one, down to the facts: they cannot differ.
-- Every column of a UNION has its name in every branch: a server invents missing names when a dump is restored.

CREATE VIEW tracktik.current_regions AS
SELECT DISTINCT ON (region_id) region_id, custom_id, name, company, status, parent_region_id, time_zone, retired
FROM tracktik.dim_regions
ORDER BY region_id, valid_from DESC;
COMMENT ON VIEW tracktik.current_regions IS 'Each region as last known.';

CREATE VIEW tracktik.current_clients AS
SELECT DISTINCT ON (client_id)
    client_id, custom_id, name, type, status, region_id, parent_client_id, time_zone, closed_on,
    address_line_1, address_line_2, city, state, postal_code, country, latitude, longitude, retired
FROM tracktik.dim_clients
ORDER BY client_id, valid_from DESC;
COMMENT ON VIEW tracktik.current_clients IS 'Each site as last known.';

CREATE VIEW tracktik.current_positions AS
SELECT DISTINCT ON (position_id)
    position_id, custom_id, name, status, client_id, contract_id, non_billable, begins_on, ends_on,
    pay_code_id, pay_code_override, retired
FROM tracktik.dim_positions
ORDER BY position_id, valid_from DESC;
COMMENT ON VIEW tracktik.current_positions IS 'Each position as last known.';

CREATE VIEW tracktik.current_employees AS
SELECT DISTINCT ON (employee_id) employee_id, custom_id, first_name, last_name, job_title, status, region_id, retired
FROM tracktik.dim_employees
ORDER BY employee_id, valid_from DESC;
COMMENT ON VIEW tracktik.current_employees IS 'Each employee as last known, without contact details.';

CREATE VIEW tracktik.site_summary AS
WITH parts AS (
    SELECT period_id, region_id, client_id,
           NULL::bigint AS shifts, NULL::bigint AS cancelled_shifts, NULL::bigint AS vacant_shifts,
           NULL::bigint AS missed_shifts, NULL::bigint AS late_shifts, NULL::bigint AS short_shifts,
           scheduled_hours, worked_hours, approved_hours, payable_hours, billable_hours,
           regular_hours, overtime_hours, holiday_hours, pay_amount, bill_amount, vendor_margin
    FROM tracktik.fact_billing
    UNION ALL
    SELECT period_id, region_id, client_id,
           1 AS shifts, (status = 'CANCELLED')::integer AS cancelled_shifts, (vacant IS TRUE)::integer AS vacant_shifts,
           NULL AS missed_shifts, NULL AS late_shifts, NULL AS short_shifts,
           NULL AS scheduled_hours, NULL AS worked_hours, NULL AS approved_hours, NULL AS payable_hours,
           NULL AS billable_hours, NULL AS regular_hours, NULL AS overtime_hours, NULL AS holiday_hours,
           NULL AS pay_amount, NULL AS bill_amount, NULL AS vendor_margin
    FROM tracktik.fact_shifts
    UNION ALL
    SELECT period_id, region_id, client_id,
           NULL AS shifts, NULL AS cancelled_shifts, NULL AS vacant_shifts,
           missed::integer AS missed_shifts, (late_minutes > 0)::integer AS late_shifts,
           (early_minutes > 0)::integer AS short_shifts,
           NULL AS scheduled_hours, NULL AS worked_hours, NULL AS approved_hours, NULL AS payable_hours,
           NULL AS billable_hours, NULL AS regular_hours, NULL AS overtime_hours, NULL AS holiday_hours,
           NULL AS pay_amount, NULL AS bill_amount, NULL AS vendor_margin
    FROM tracktik.fact_attendance
), sums AS (
    SELECT period_id, region_id, client_id,
           sum(shifts)::bigint           AS shifts,
           sum(cancelled_shifts)::bigint AS cancelled_shifts,
           sum(vacant_shifts)::bigint    AS vacant_shifts,
           sum(missed_shifts)::bigint    AS missed_shifts,
           sum(late_shifts)::bigint      AS late_shifts,
           sum(short_shifts)::bigint     AS short_shifts,
           sum(scheduled_hours)          AS scheduled_hours,
           sum(worked_hours)             AS worked_hours,
           sum(approved_hours)           AS approved_hours,
           sum(payable_hours)            AS payable_hours,
           sum(billable_hours)           AS billable_hours,
           sum(regular_hours)            AS regular_hours,
           sum(overtime_hours)           AS overtime_hours,
           sum(holiday_hours)            AS holiday_hours,
           sum(pay_amount)               AS pay_amount,
           sum(bill_amount)              AS bill_amount,
           sum(vendor_margin)            AS vendor_margin
    FROM parts
    GROUP BY period_id, region_id, client_id
)
SELECT s.period_id, p.label AS period, s.region_id, r.name AS region,
       s.client_id, c.custom_id AS site_custom_id, c.name AS site,
       s.shifts, s.cancelled_shifts, s.vacant_shifts, s.missed_shifts, s.late_shifts, s.short_shifts,
       s.scheduled_hours, s.worked_hours, s.approved_hours, s.payable_hours, s.billable_hours,
       s.regular_hours, s.overtime_hours, s.holiday_hours, s.pay_amount, s.bill_amount,
       s.vendor_margin
FROM sums s
LEFT JOIN tracktik.billing_periods p USING (period_id)
LEFT JOIN tracktik.current_regions r USING (region_id)
LEFT JOIN tracktik.current_clients c USING (client_id);
COMMENT ON VIEW tracktik.site_summary IS
    'Shifts, hours and money per period and site. Hours and money come from fact_billing, counts from fact_shifts and fact_attendance; shifts of positions without a site are in quarantine.';

CREATE VIEW tracktik.region_period_summary AS
SELECT period_id, period, region_id, region,
       count(client_id)              AS sites,
       sum(shifts)::bigint           AS shifts,
       sum(cancelled_shifts)::bigint AS cancelled_shifts,
       sum(vacant_shifts)::bigint    AS vacant_shifts,
       sum(missed_shifts)::bigint    AS missed_shifts,
       sum(late_shifts)::bigint      AS late_shifts,
       sum(short_shifts)::bigint     AS short_shifts,
       sum(scheduled_hours)          AS scheduled_hours,
       sum(worked_hours)             AS worked_hours,
       sum(approved_hours)           AS approved_hours,
       sum(payable_hours)            AS payable_hours,
       sum(billable_hours)           AS billable_hours,
       sum(regular_hours)            AS regular_hours,
       sum(overtime_hours)           AS overtime_hours,
       sum(holiday_hours)            AS holiday_hours,
       sum(pay_amount)               AS pay_amount,
       sum(bill_amount)              AS bill_amount,
       sum(vendor_margin)            AS vendor_margin
FROM tracktik.site_summary
GROUP BY period_id, period, region_id, region;
COMMENT ON VIEW tracktik.region_period_summary IS 'Shifts, hours and money per period and sub-region.';

CREATE VIEW tracktik.period_summary AS
SELECT period_id, period,
       count(DISTINCT region_id)     AS regions,
       count(DISTINCT client_id)     AS sites,
       sum(shifts)::bigint           AS shifts,
       sum(cancelled_shifts)::bigint AS cancelled_shifts,
       sum(vacant_shifts)::bigint    AS vacant_shifts,
       sum(missed_shifts)::bigint    AS missed_shifts,
       sum(late_shifts)::bigint      AS late_shifts,
       sum(short_shifts)::bigint     AS short_shifts,
       sum(scheduled_hours)          AS scheduled_hours,
       sum(worked_hours)             AS worked_hours,
       sum(approved_hours)           AS approved_hours,
       sum(payable_hours)            AS payable_hours,
       sum(billable_hours)           AS billable_hours,
       sum(regular_hours)            AS regular_hours,
       sum(overtime_hours)           AS overtime_hours,
       sum(holiday_hours)            AS holiday_hours,
       sum(pay_amount)               AS pay_amount,
       sum(bill_amount)              AS bill_amount,
       sum(vendor_margin)            AS vendor_margin
FROM tracktik.site_summary
GROUP BY period_id, period;
COMMENT ON VIEW tracktik.period_summary IS 'Shifts, hours and money per period.';

CREATE VIEW tracktik.period_over_period AS
WITH pairs AS (
    SELECT s.period_id, s.region_id, q.period_id AS previous_period_id
    FROM tracktik.region_period_summary s
    LEFT JOIN tracktik.billing_periods p USING (period_id)
    LEFT JOIN tracktik.billing_periods q ON q.ends_on = p.starts_on - 1
    UNION
    SELECT n.period_id, s.region_id, s.period_id AS previous_period_id
    FROM tracktik.region_period_summary s
    JOIN tracktik.billing_periods p USING (period_id)
    JOIN tracktik.billing_periods n ON n.starts_on = p.ends_on + 1
)
SELECT k.period_id, p.label AS period, k.region_id, r.name AS region, q.label AS previous_period,
       s.worked_hours, b.worked_hours AS previous_worked_hours,
       s.worked_hours - b.worked_hours AS worked_hours_change,
       s.billable_hours, b.billable_hours AS previous_billable_hours,
       s.billable_hours - b.billable_hours AS billable_hours_change,
       s.pay_amount, b.pay_amount AS previous_pay_amount,
       s.pay_amount - b.pay_amount AS pay_amount_change,
       s.bill_amount, b.bill_amount AS previous_bill_amount,
       s.bill_amount - b.bill_amount AS bill_amount_change,
       round((s.bill_amount - b.bill_amount) * 100 / nullif(b.bill_amount, 0), 4) AS bill_amount_change_percent
FROM pairs k
LEFT JOIN tracktik.region_period_summary s ON s.period_id = k.period_id AND s.region_id = k.region_id
LEFT JOIN tracktik.region_period_summary b ON b.period_id = k.previous_period_id AND b.region_id = k.region_id
LEFT JOIN tracktik.billing_periods p ON p.period_id = k.period_id
LEFT JOIN tracktik.billing_periods q ON q.period_id = k.previous_period_id
LEFT JOIN tracktik.current_regions r ON r.region_id = k.region_id;
COMMENT ON VIEW tracktik.period_over_period IS
    'Each period and sub-region beside the period right before it, also where one of the two has nothing: changes are empty then.';

CREATE VIEW tracktik.employee_summary AS
SELECT f.period_id, p.label AS period, f.employee_id, e.custom_id AS employee_custom_id, e.first_name, e.last_name,
       count(*)                                            AS shifts,
       count(DISTINCT f.client_id)                         AS sites,
       count(*) FILTER (WHERE f.status = 'CANCELLED')      AS cancelled_shifts,
       count(*) FILTER (WHERE a.missed)                    AS missed_shifts,
       count(*) FILTER (WHERE a.late_minutes > 0)          AS late_shifts,
       sum(f.scheduled_hours) FILTER (WHERE f.status IS DISTINCT FROM 'CANCELLED') AS scheduled_hours,
       round(sum(a.worked_minutes) / 60, 8)                AS worked_hours,
       sum(f.approved_hours)                               AS approved_hours,
       sum(f.payable_hours)                                AS payable_hours,
       sum(f.overtime_hours)                               AS overtime_hours,
       sum(f.holiday_hours)                                AS holiday_hours,
       sum(f.pay_amount)                                   AS pay_amount
FROM tracktik.fact_shifts f
LEFT JOIN tracktik.fact_attendance a ON a.period_id = f.period_id AND a.shift_id = f.shift_id
LEFT JOIN tracktik.billing_periods p ON p.period_id = f.period_id
LEFT JOIN tracktik.current_employees e ON e.employee_id = f.employee_id
WHERE f.employee_id IS NOT NULL
GROUP BY f.period_id, p.label, f.employee_id, e.custom_id, e.first_name, e.last_name;
COMMENT ON VIEW tracktik.employee_summary IS 'Shifts, hours and pay per period and employee, wherever they worked; vacant shifts are in no row.';

CREATE VIEW tracktik.attendance_exceptions AS
SELECT a.period_id, p.label AS period, a.business_date, x.exception, x.minutes,
       a.shift_id, a.region_id, r.name AS region, a.client_id, c.name AS site, a.position_id, o.name AS position,
       a.employee_id, e.first_name, e.last_name,
       a.scheduled_start_at, a.scheduled_end_at, a.clocked_in_at, a.clocked_out_at
FROM tracktik.fact_attendance a
CROSS JOIN LATERAL (VALUES
    ('missed',       a.missed,                                                      a.scheduled_minutes),
    ('late',         a.late_minutes > 0,                                            a.late_minutes),
    ('left early',   a.early_minutes > 0,                                           a.early_minutes),
    ('no clock-out', a.clocked_in_at IS NOT NULL AND a.clocked_out_at IS NULL
                     AND a.scheduled_end_at < now(),                        NULL)
) AS x (exception, holds, minutes)
LEFT JOIN tracktik.billing_periods p ON p.period_id = a.period_id
LEFT JOIN tracktik.current_regions r ON r.region_id = a.region_id
LEFT JOIN tracktik.current_clients c ON c.client_id = a.client_id
LEFT JOIN tracktik.current_positions o ON o.position_id = a.position_id
LEFT JOIN tracktik.current_employees e ON e.employee_id = a.employee_id
WHERE x.holds;
COMMENT ON VIEW tracktik.attendance_exceptions IS
    'Shifts that were missed, begun late, left early or, though over, never clocked out of: one row an exception.';

CREATE VIEW tracktik.pay_against_bill AS
SELECT f.period_id, p.label AS period, f.region_id, r.name AS region,
       f.client_id, c.name AS site, f.position_id, o.name AS position,
       sum(f.payable_hours)                              AS payable_hours,
       sum(f.billable_hours)                             AS billable_hours,
       sum(f.payable_hours) - sum(f.billable_hours)      AS hours_not_billed,
       sum(f.pay_amount)                                 AS pay_amount,
       sum(f.bill_amount)                                AS bill_amount,
       sum(f.bill_amount) - sum(f.pay_amount)            AS margin_amount,
       round((sum(f.bill_amount) - sum(f.pay_amount)) * 100 / nullif(sum(f.bill_amount), 0), 4) AS margin_percent,
       sum(f.vendor_margin)                              AS vendor_margin
FROM tracktik.fact_billing f
LEFT JOIN tracktik.billing_periods p ON p.period_id = f.period_id
LEFT JOIN tracktik.current_regions r ON r.region_id = f.region_id
LEFT JOIN tracktik.current_clients c ON c.client_id = f.client_id
LEFT JOIN tracktik.current_positions o ON o.position_id = f.position_id
GROUP BY f.period_id, p.label, f.region_id, r.name, f.client_id, c.name, f.position_id, o.name;
COMMENT ON VIEW tracktik.pay_against_bill IS 'What is paid beside what is billed, per period, site and position.';

CREATE VIEW tracktik.load_coverage AS
WITH cells AS (
    SELECT (scope ->> 'period')::integer AS period_id, (scope ->> 'region')::bigint AS region_id,
           count(*) AS units, min(loaded_at) AS loaded_at, sum(row_count)::bigint AS row_count,
           max(attempts) AS attempts,
           CASE WHEN bool_or(state = 'failed') THEN 'failed'
                WHEN bool_or(state = 'claimed') THEN 'claimed'
                WHEN bool_or(state = 'pending') THEN 'pending'
                ELSE 'loaded' END AS state
    FROM etl.load_units
    WHERE source = 'tracktik' AND scope ->> 'period' IS NOT NULL AND scope ->> 'region' IS NOT NULL
    GROUP BY 1, 2
)
SELECT p.period_id, p.label AS period, p.starts_on, p.ends_on, g.region_id, r.name AS region,
       coalesce(u.state, 'not planned') AS state, u.units, u.loaded_at, u.row_count, u.attempts
FROM tracktik.billing_periods p
CROSS JOIN (SELECT DISTINCT region_id FROM cells) g
LEFT JOIN cells u ON u.period_id = p.period_id AND u.region_id = g.region_id
LEFT JOIN tracktik.current_regions r ON r.region_id = g.region_id;
COMMENT ON VIEW tracktik.load_coverage IS
    'The matrix of periods and sub-regions, one row a cell, of several units the worst state: whether it is loaded, when, and how many rows.';

-- A name means the same in every view, so it is said once.
DO $$
DECLARE
    said record;
BEGIN
    FOR said IN
        WITH meaning (name, text) AS (VALUES
            ('address_line_1',             'Address of the site, first line.'),
            ('address_line_2',             'Address of the site, second line.'),
            ('approved_hours',             'Approved hours.'),
            ('attempts',                   'How often the unit has been begun.'),
            ('begins_on',                  'First day it is staffed.'),
            ('bill_amount',                'What is billed.'),
            ('bill_amount_change',         'How much more is billed than in the previous period.'),
            ('bill_amount_change_percent', 'The same, in percent of the previous period; empty where that is 0.'),
            ('billable_hours',             'Hours to bill.'),
            ('billable_hours_change',      'How many more hours to bill than in the previous period.'),
            ('business_date',              'The day the shift starts on, in its site''s time zone.'),
            ('cancelled_shifts',           'Of the shifts, those that were cancelled.'),
            ('city',                       'City of the site.'),
            ('client_id',                  'TrackTik''s id of the site; empty where the position has none.'),
            ('clocked_in_at',              'First clock-in.'),
            ('clocked_out_at',             'Last clock-out.'),
            ('closed_on',                  'The day it closed.'),
            ('company',                    'Company name shown for the region.'),
            ('contract_id',                'TrackTik''s id of the contract.'),
            ('country',                    'Country of the site.'),
            ('custom_id',                  'The owner''s own id of it; of a site, its building code.'),
            ('employee_custom_id',         'The owner''s own id of the employee.'),
            ('employee_id',                'TrackTik''s id of the employee.'),
            ('exception',                  'missed, late, left early or no clock-out.'),
            ('first_name',                 'First name of the employee.'),
            ('holiday_hours',              'Holiday hours.'),
            ('hours_not_billed',           'Hours to pay less hours to bill.'),
            ('job_title',                  'Job title.'),
            ('last_name',                  'Last name of the employee.'),
            ('late_shifts',                'Of the shifts, those that were begun late.'),
            ('latitude',                   'Latitude of the site, in degrees.'),
            ('loaded_at',                  'When the cell was last committed, of several units the earliest.'),
            ('longitude',                  'Longitude of the site, in degrees.'),
            ('margin_amount',              'What is billed less what is paid.'),
            ('margin_percent',             'The same, in percent of what is billed, from the sums.'),
            ('vendor_margin',              'The margin as TrackTik computes it.'),
            ('minutes',                    'How many minutes it is about; empty where that is unknown.'),
            ('missed_shifts',              'Of the shifts, those that nobody clocked in to.'),
            ('name',                       'Name.'),
            ('non_billable',               'Whether it is marked as not billed.'),
            ('overtime_hours',             'Overtime hours.'),
            ('parent_client_id',           'TrackTik''s id of the client it belongs to.'),
            ('parent_region_id',           'TrackTik''s id of the parent; empty at the top.'),
            ('pay_amount',                 'What is paid.'),
            ('pay_amount_change',          'How much more is paid than in the previous period.'),
            ('pay_code_id',                'TrackTik''s id of the pay code.'),
            ('pay_code_override',          'OT, DBL or HOL where every hour of it counts as such.'),
            ('payable_hours',              'Hours to pay.'),
            ('period',                     'Label of the billing period.'),
            ('period_id',                  'The billing period: 202512 is 2025-P12.'),
            ('position',                   'Name of the position, as last known.'),
            ('position_id',                'TrackTik''s id of the position.'),
            ('postal_code',                'Postal code of the site.'),
            ('previous_bill_amount',       'What was billed in the previous period.'),
            ('previous_billable_hours',    'Hours to bill in the previous period.'),
            ('previous_pay_amount',        'What was paid in the previous period.'),
            ('previous_period',            'Label of the period right before.'),
            ('previous_worked_hours',      'Hours worked in the previous period.'),
            ('region',                     'Name of the region, as last known.'),
            ('region_id',                  'TrackTik''s id of the region.'),
            ('regions',                    'How many regions have data.'),
            ('regular_hours',              'Hours that are neither overtime nor on a holiday.'),
            ('retired',                    'Whether TrackTik no longer has it.'),
            ('row_count',                  'Rows that the last commit left in the unit''s facts.'),
            ('scheduled_end_at',           'Scheduled end.'),
            ('scheduled_hours',            'Planned hours, those of cancelled shifts left out.'),
            ('scheduled_start_at',         'Scheduled start.'),
            ('shift_id',                   'TrackTik''s id of the shift.'),
            ('shifts',                     'How many shifts, cancelled and vacant ones included.'),
            ('short_shifts',               'Of the shifts, those that were left early.'),
            ('site',                       'Name of the site, as last known.'),
            ('site_custom_id',             'The owner''s building code of the site.'),
            ('sites',                      'How many sites have data.'),
            ('starts_on',                  'First day of the period.'),
            ('state',                      'State of the site.'),
            ('status',                     'Status, as last known.'),
            ('time_zone',                  'IANA time zone.'),
            ('type',                       'CLIENT, SERVICE_LOCATION or MULTI_LOCATION_CLIENT.'),
            ('units',                      'How many units of the ledger make up the cell.'),
            ('vacant_shifts',              'Of the shifts, those that nobody is assigned to.'),
            ('worked_hours',               'Hours worked, from the work sessions.'),
            ('worked_hours_change',        'How many more hours were worked than in the previous period.'))
        SELECT c.oid::regclass AS view, a.attname AS name, coalesce(exact.text, meaning.text) AS text
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        LEFT JOIN meaning ON meaning.name = a.attname
        LEFT JOIN (VALUES
            ('load_coverage',     'state',   'pending, claimed, loaded or failed, as in etl.load_units; not planned where there is no unit.'),
            ('load_coverage',     'ends_on', 'Last day of the period, included.'),
            ('current_positions', 'ends_on', 'Last day it is staffed.'),
            ('employee_summary',  'shifts',  'How many shifts of the employee, cancelled ones included; vacant ones have none.'))
            AS exact (view, name, text) ON exact.view = c.relname AND exact.name = a.attname
        WHERE c.relnamespace = 'tracktik'::regnamespace AND c.relkind = 'v'
    LOOP
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', said.view, said.name, said.text);
    END LOOP;
END
$$;
