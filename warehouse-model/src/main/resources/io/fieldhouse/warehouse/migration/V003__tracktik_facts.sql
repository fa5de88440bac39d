-- TrackTik's facts, one partition a year of billing periods, so that years are cheap to reload and to drop.

CREATE TABLE tracktik.billing_periods (
    period_id integer PRIMARY KEY,
    calendar  text    NOT NULL,
    label     text    NOT NULL UNIQUE,
    year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    number    integer NOT NULL CHECK (number BETWEEN 1 AND 99),
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    CONSTRAINT billing_periods_id_is_year_and_number CHECK (period_id = year * 100 + number),
    CONSTRAINT billing_periods_are_ranges CHECK (starts_on <= ends_on),
    CONSTRAINT billing_periods_do_not_overlap EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&)
);
COMMENT ON TABLE tracktik.billing_periods IS 'The billing periods that loads have touched.';
COMMENT ON COLUMN tracktik.billing_periods.period_id IS 'Year and number as one number: 202512 is 2025-P12.';
COMMENT ON COLUMN tracktik.billing_periods.calendar IS 'Which calendar cut it, such as two-weeks.';
COMMENT ON COLUMN tracktik.billing_periods.label IS 'How people call it: 2025-P12.';
COMMENT ON COLUMN tracktik.billing_periods.year IS 'The year it ends in, which is the year it is numbered in.';
COMMENT ON COLUMN tracktik.billing_periods.number IS 'Its number within that year, from 1.';
COMMENT ON COLUMN tracktik.billing_periods.starts_on IS 'First day.';
COMMENT ON COLUMN tracktik.billing_periods.ends_on IS 'Last day, included.';

CREATE TABLE tracktik.fact_shifts (
    period_id            integer     NOT NULL,
    shift_id             bigint      NOT NULL,
    custom_id            text,
    starts_at            timestamptz NOT NULL,
    ends_at              timestamptz NOT NULL,
    time_zone            text        NOT NULL,
    business_date        date        NOT NULL,
    region_id            bigint      NOT NULL,
    region_key           bigint      NOT NULL,
    client_id            bigint,
    client_key           bigint,
    position_id          bigint      NOT NULL,
    position_key         bigint      NOT NULL,
    employee_id          bigint,
    employee_key         bigint,
    pay_code_id          bigint,
    pay_code_key         bigint,
    billing_code_id      bigint,
    billing_code_key     bigint,
    status               text,
    attendance_status    text,
    vacant               boolean,
    published            boolean,
    acknowledged         boolean,
    locked               boolean,
    payable              boolean,
    billable             boolean,
    paid_time_off        boolean,
    break_minutes        numeric,
    scheduled_hours      numeric,
    clocked_hours        numeric,
    approved_hours       numeric,
    payable_hours        numeric,
    billable_hours       numeric,
    regular_hours        numeric,
    overtime_hours       numeric,
    holiday_hours        numeric,
    pay_rate             numeric,
    pay_rate_level       text,
    bill_rate            numeric,
    pay_amount           numeric,
    bill_amount          numeric,
    vendor_margin        numeric,
    source_modified_at   timestamptz,
    row_hash             bytea       NOT NULL,
    run_id               bigint,
    loaded_at            timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (shift_id, period_id),
    CONSTRAINT fact_shifts_end_after_their_start CHECK (starts_at <= ends_at)
) PARTITION BY RANGE (period_id);
CREATE INDEX fact_shifts_by_cell ON tracktik.fact_shifts (period_id, region_id);
CREATE INDEX fact_shifts_by_employee ON tracktik.fact_shifts (employee_id, starts_at);
COMMENT ON TABLE tracktik.fact_shifts IS 'Shifts. A shift belongs to the period in which it starts, in its site''s own time zone.';
COMMENT ON COLUMN tracktik.fact_shifts.period_id IS 'The billing period it starts in.';
COMMENT ON COLUMN tracktik.fact_shifts.shift_id IS 'TrackTik''s id of the shift.';
COMMENT ON COLUMN tracktik.fact_shifts.custom_id IS 'The owner''s own id of it.';
COMMENT ON COLUMN tracktik.fact_shifts.starts_at IS 'Scheduled start.';
COMMENT ON COLUMN tracktik.fact_shifts.ends_at IS 'Scheduled end.';
COMMENT ON COLUMN tracktik.fact_shifts.time_zone IS 'IANA time zone of its site.';
COMMENT ON COLUMN tracktik.fact_shifts.business_date IS 'The day it starts on, in that time zone.';
COMMENT ON COLUMN tracktik.fact_shifts.region_id IS 'TrackTik''s id of the region it was worked in: its site''s, whatever the employee''s home.';
COMMENT ON COLUMN tracktik.fact_shifts.region_key IS 'The region''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.client_id IS 'TrackTik''s id of the site; empty where the position has none.';
COMMENT ON COLUMN tracktik.fact_shifts.client_key IS 'The site''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN tracktik.fact_shifts.position_key IS 'The position''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.employee_id IS 'TrackTik''s id of the employee; empty for a vacant shift.';
COMMENT ON COLUMN tracktik.fact_shifts.employee_key IS 'The employee''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.pay_code_id IS 'TrackTik''s id of its pay code.';
COMMENT ON COLUMN tracktik.fact_shifts.pay_code_key IS 'The pay code''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.billing_code_id IS 'TrackTik''s id of its billing code; of several the one that bills most.';
COMMENT ON COLUMN tracktik.fact_shifts.billing_code_key IS 'The billing code''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_shifts.status IS 'ACTIVE or CANCELLED. Approval is no status: see approved_hours.';
COMMENT ON COLUMN tracktik.fact_shifts.attendance_status IS 'What TrackTik says became of it, such as COMPLETED, MISSED or LATE.';
COMMENT ON COLUMN tracktik.fact_shifts.vacant IS 'Whether nobody is assigned.';
COMMENT ON COLUMN tracktik.fact_shifts.published IS 'Whether the employee can see it.';
COMMENT ON COLUMN tracktik.fact_shifts.acknowledged IS 'Whether the employee has confirmed it.';
COMMENT ON COLUMN tracktik.fact_shifts.locked IS 'Whether it is closed for changes.';
COMMENT ON COLUMN tracktik.fact_shifts.payable IS 'Whether it is paid.';
COMMENT ON COLUMN tracktik.fact_shifts.billable IS 'Whether it is billed.';
COMMENT ON COLUMN tracktik.fact_shifts.paid_time_off IS 'Whether it is paid time off.';
COMMENT ON COLUMN tracktik.fact_shifts.break_minutes IS 'Planned break, in minutes.';
COMMENT ON COLUMN tracktik.fact_shifts.scheduled_hours IS 'Planned hours.';
COMMENT ON COLUMN tracktik.fact_shifts.clocked_hours IS 'Hours between clock-in and clock-out, as TrackTik counts them.';
COMMENT ON COLUMN tracktik.fact_shifts.approved_hours IS 'Approved hours; empty while not approved.';
COMMENT ON COLUMN tracktik.fact_shifts.payable_hours IS 'Hours to pay.';
COMMENT ON COLUMN tracktik.fact_shifts.billable_hours IS 'Hours to bill.';
COMMENT ON COLUMN tracktik.fact_shifts.regular_hours IS 'Of the hours to pay, those that are neither overtime nor on a holiday.';
COMMENT ON COLUMN tracktik.fact_shifts.overtime_hours IS 'Of the hours to pay, overtime.';
COMMENT ON COLUMN tracktik.fact_shifts.holiday_hours IS 'Of the hours to pay, those on a holiday.';
COMMENT ON COLUMN tracktik.fact_shifts.pay_rate IS 'Pay per hour.';
COMMENT ON COLUMN tracktik.fact_shifts.pay_rate_level IS 'Where the pay rate comes from, such as POSITION_RATE.';
COMMENT ON COLUMN tracktik.fact_shifts.bill_rate IS 'Price per hour.';
COMMENT ON COLUMN tracktik.fact_shifts.pay_amount IS 'What is paid for it.';
COMMENT ON COLUMN tracktik.fact_shifts.bill_amount IS 'What is billed for it.';
COMMENT ON COLUMN tracktik.fact_shifts.vendor_margin IS 'The margin as TrackTik computes it.';
COMMENT ON COLUMN tracktik.fact_shifts.source_modified_at IS 'When TrackTik last changed it.';
COMMENT ON COLUMN tracktik.fact_shifts.row_hash IS 'Hash of what TrackTik sent; a reload writes the row only where it, or what the warehouse adds, differs.';
COMMENT ON COLUMN tracktik.fact_shifts.run_id IS 'The attempt in etl.etl_run_log that last wrote this row.';
COMMENT ON COLUMN tracktik.fact_shifts.loaded_at IS 'When this row was last written.';

CREATE TABLE tracktik.fact_attendance (
    period_id          integer     NOT NULL,
    shift_id           bigint      NOT NULL,
    business_date      date        NOT NULL,
    region_id          bigint      NOT NULL,
    region_key         bigint      NOT NULL,
    client_id          bigint,
    client_key         bigint,
    position_id        bigint      NOT NULL,
    position_key       bigint      NOT NULL,
    employee_id        bigint,
    employee_key       bigint,
    scheduled_start_at timestamptz NOT NULL,
    scheduled_end_at   timestamptz NOT NULL,
    clocked_in_at      timestamptz,
    clocked_out_at     timestamptz,
    clock_in_method    text,
    clock_out_method   text,
    session_count      integer     NOT NULL CHECK (session_count >= 0),
    scheduled_minutes  numeric     NOT NULL CHECK (scheduled_minutes >= 0),
    worked_minutes     numeric     CHECK (worked_minutes >= 0),
    break_minutes      numeric     CHECK (break_minutes >= 0),
    late_minutes       numeric     CHECK (late_minutes >= 0),
    early_minutes      numeric     CHECK (early_minutes >= 0),
    missed             boolean     NOT NULL,
    run_id             bigint,
    loaded_at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (shift_id, period_id)
) PARTITION BY RANGE (period_id);
CREATE INDEX fact_attendance_by_cell ON tracktik.fact_attendance (period_id, region_id);
COMMENT ON TABLE tracktik.fact_attendance IS 'Scheduled against actual, one row a shift. Clock times come from its work sessions.';
COMMENT ON COLUMN tracktik.fact_attendance.period_id IS 'The billing period the shift starts in.';
COMMENT ON COLUMN tracktik.fact_attendance.shift_id IS 'TrackTik''s id of the shift.';
COMMENT ON COLUMN tracktik.fact_attendance.business_date IS 'The day the shift starts on, in its site''s time zone.';
COMMENT ON COLUMN tracktik.fact_attendance.region_id IS 'TrackTik''s id of the region it was worked in.';
COMMENT ON COLUMN tracktik.fact_attendance.region_key IS 'The region''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_attendance.client_id IS 'TrackTik''s id of the site.';
COMMENT ON COLUMN tracktik.fact_attendance.client_key IS 'The site''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_attendance.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN tracktik.fact_attendance.position_key IS 'The position''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_attendance.employee_id IS 'TrackTik''s id of the employee; empty for a vacant shift.';
COMMENT ON COLUMN tracktik.fact_attendance.employee_key IS 'The employee''s version valid at its start.';
COMMENT ON COLUMN tracktik.fact_attendance.scheduled_start_at IS 'Scheduled start.';
COMMENT ON COLUMN tracktik.fact_attendance.scheduled_end_at IS 'Scheduled end.';
COMMENT ON COLUMN tracktik.fact_attendance.clocked_in_at IS 'First clock-in; empty where nobody clocked in.';
COMMENT ON COLUMN tracktik.fact_attendance.clocked_out_at IS 'Last clock-out; empty where a session is still open.';
COMMENT ON COLUMN tracktik.fact_attendance.clock_in_method IS 'How the first clock-in was made, such as KIOSK or ADMIN.';
COMMENT ON COLUMN tracktik.fact_attendance.clock_out_method IS 'How the last clock-out was made.';
COMMENT ON COLUMN tracktik.fact_attendance.session_count IS 'How many work sessions it has.';
COMMENT ON COLUMN tracktik.fact_attendance.scheduled_minutes IS 'Minutes from scheduled start to scheduled end.';
COMMENT ON COLUMN tracktik.fact_attendance.worked_minutes IS 'Minutes in work sessions, breaks left out; empty where a session is still open or the shift is not over.';
COMMENT ON COLUMN tracktik.fact_attendance.break_minutes IS 'Minutes on break within the sessions.';
COMMENT ON COLUMN tracktik.fact_attendance.late_minutes IS 'Minutes from scheduled start to first clock-in, 0 if in time.';
COMMENT ON COLUMN tracktik.fact_attendance.early_minutes IS 'Minutes from last clock-out to scheduled end, 0 if stayed.';
COMMENT ON COLUMN tracktik.fact_attendance.missed IS 'Whether somebody was to work, the shift is over and nobody clocked in; not for time off or what was cancelled.';
COMMENT ON COLUMN tracktik.fact_attendance.run_id IS 'The attempt in etl.etl_run_log that last wrote this row.';
COMMENT ON COLUMN tracktik.fact_attendance.loaded_at IS 'When this row was last written.';

CREATE TABLE tracktik.fact_billing (
    period_id        integer     NOT NULL,
    region_id        bigint      NOT NULL,
    region_key       bigint      NOT NULL,
    client_id        bigint,
    client_key       bigint,
    position_id      bigint,
    position_key     bigint,
    billing_code_id  bigint,
    billing_code_key bigint,
    shift_count      bigint      NOT NULL CHECK (shift_count >= 0),
    scheduled_hours  numeric,
    worked_hours     numeric,
    approved_hours   numeric,
    payable_hours    numeric,
    billable_hours   numeric,
    regular_hours    numeric,
    overtime_hours   numeric,
    holiday_hours    numeric,
    pay_amount       numeric,
    bill_amount      numeric,
    vendor_margin    numeric,
    run_id           bigint,
    loaded_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fact_billing_one_row_a_group
        UNIQUE NULLS NOT DISTINCT (period_id, region_id, client_id, position_id, billing_code_id)
) PARTITION BY RANGE (period_id);
COMMENT ON TABLE tracktik.fact_billing IS 'Billing-ready sums per period, region, site, position and billing code. A sum is empty where TrackTik gave no such figure, 0 where it gave none of it.';
COMMENT ON COLUMN tracktik.fact_billing.period_id IS 'The billing period.';
COMMENT ON COLUMN tracktik.fact_billing.region_id IS 'TrackTik''s id of the region.';
COMMENT ON COLUMN tracktik.fact_billing.region_key IS 'The region''s version valid at the first of the summed shifts.';
COMMENT ON COLUMN tracktik.fact_billing.client_id IS 'TrackTik''s id of the site.';
COMMENT ON COLUMN tracktik.fact_billing.client_key IS 'The site''s version valid at the first of the summed shifts.';
COMMENT ON COLUMN tracktik.fact_billing.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN tracktik.fact_billing.position_key IS 'The position''s version valid at the first of the summed shifts.';
COMMENT ON COLUMN tracktik.fact_billing.billing_code_id IS 'TrackTik''s id of the billing code; empty for shifts that have none.';
COMMENT ON COLUMN tracktik.fact_billing.billing_code_key IS 'The billing code''s version valid at the first of the summed shifts.';
COMMENT ON COLUMN tracktik.fact_billing.shift_count IS 'How many shifts are summed.';
COMMENT ON COLUMN tracktik.fact_billing.scheduled_hours IS 'Planned hours, those of cancelled shifts left out.';
COMMENT ON COLUMN tracktik.fact_billing.worked_hours IS 'Hours worked, from the work sessions, with eight decimals: their sums are those of the minutes.';
COMMENT ON COLUMN tracktik.fact_billing.approved_hours IS 'Approved hours.';
COMMENT ON COLUMN tracktik.fact_billing.payable_hours IS 'Hours to pay.';
COMMENT ON COLUMN tracktik.fact_billing.billable_hours IS 'Hours to bill.';
COMMENT ON COLUMN tracktik.fact_billing.regular_hours IS 'Hours that are neither overtime nor on a holiday.';
COMMENT ON COLUMN tracktik.fact_billing.overtime_hours IS 'Overtime hours.';
COMMENT ON COLUMN tracktik.fact_billing.holiday_hours IS 'Holiday hours.';
COMMENT ON COLUMN tracktik.fact_billing.pay_amount IS 'What is paid.';
COMMENT ON COLUMN tracktik.fact_billing.bill_amount IS 'What is billed.';
COMMENT ON COLUMN tracktik.fact_billing.vendor_margin IS 'The margin as TrackTik computes it.';
COMMENT ON COLUMN tracktik.fact_billing.run_id IS 'The attempt in etl.etl_run_log that last wrote this row.';
COMMENT ON COLUMN tracktik.fact_billing.loaded_at IS 'When this row was last written.';

-- The loader may not create tables where the facts are, so it asks for a year's partitions here.
CREATE FUNCTION tracktik.ensure_fact_partitions(year integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    fact text;
BEGIN
    IF year NOT BETWEEN 2000 AND 2999 THEN
        RAISE EXCEPTION 'There are facts of the years 2000 to 2999 only, not of %.', year
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF num_nulls(to_regclass('tracktik.fact_shifts_' || year), to_regclass('tracktik.fact_attendance_' || year),
                 to_regclass('tracktik.fact_billing_' || year)) = 0 THEN
        RETURN;
    END IF;
    -- Two loaders that come at once: the second finds them made.
    PERFORM pg_advisory_xact_lock('pg_class'::regclass::oid::integer, 'tracktik.fact_shifts'::regclass::oid::integer);
    FOREACH fact IN ARRAY ARRAY ['fact_shifts', 'fact_attendance', 'fact_billing'] LOOP
        IF to_regclass(format('tracktik.%I', fact || '_' || year)) IS NULL THEN
            -- Attached, not made as a partition: that would wait for every reader, and hold up those who follow.
            EXECUTE format('CREATE TABLE tracktik.%I (LIKE tracktik.%I INCLUDING ALL)', fact || '_' || year, fact);
            EXECUTE format('ALTER TABLE tracktik.%I ATTACH PARTITION tracktik.%I FOR VALUES FROM (%s) TO (%s)',
                fact, fact || '_' || year, year * 100, (year + 1) * 100);
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION tracktik.ensure_fact_partitions(integer) IS
    'Makes the partitions of the facts for a year of billing periods, unless they are there.';
