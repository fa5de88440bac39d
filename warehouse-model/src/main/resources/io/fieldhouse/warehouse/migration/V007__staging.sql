-- Where pages of an answer land before they are merged. Each table here is a pattern: a load copies it
-- (CREATE TEMP TABLE ... (LIKE ...)) and fills its own copy, which goes with its connection, so loads never meet.

CREATE SCHEMA staging;
COMMENT ON SCHEMA staging IS 'Patterns of the tables that loads stage their records in; a load''s own copies are temporary.';

CREATE TABLE staging.tracktik_work_sessions (
    work_session_id  bigint,
    shift_id         bigint,
    employee_id      bigint,
    position_id      bigint,
    client_id        bigint,
    status           text,
    started_at       timestamptz,
    ended_at         timestamptz,
    clock_in_method  text,
    clock_out_method text
);
COMMENT ON COLUMN staging.tracktik_work_sessions.work_session_id IS 'TrackTik''s id of the work session.';
COMMENT ON COLUMN staging.tracktik_work_sessions.shift_id IS 'TrackTik''s id of the shift.';
COMMENT ON COLUMN staging.tracktik_work_sessions.employee_id IS 'TrackTik''s id of the employee.';
COMMENT ON COLUMN staging.tracktik_work_sessions.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN staging.tracktik_work_sessions.client_id IS 'TrackTik''s id of the site (the session''s account).';
COMMENT ON COLUMN staging.tracktik_work_sessions.status IS 'OPEN or CLOSED.';
COMMENT ON COLUMN staging.tracktik_work_sessions.started_at IS 'Clock-in.';
COMMENT ON COLUMN staging.tracktik_work_sessions.ended_at IS 'Clock-out; empty while open.';
COMMENT ON COLUMN staging.tracktik_work_sessions.clock_in_method IS 'How the clock-in was made.';
COMMENT ON COLUMN staging.tracktik_work_sessions.clock_out_method IS 'How the clock-out was made.';

CREATE TABLE staging.tracktik_break_sessions (
    break_session_id bigint,
    work_session_id  bigint,
    type             text,
    started_at       timestamptz,
    ended_at         timestamptz
);
COMMENT ON COLUMN staging.tracktik_break_sessions.break_session_id IS 'TrackTik''s id of the break.';
COMMENT ON COLUMN staging.tracktik_break_sessions.work_session_id IS 'TrackTik''s id of the work session it interrupts.';
COMMENT ON COLUMN staging.tracktik_break_sessions.type IS 'BREAK, MEAL or REST.';
COMMENT ON COLUMN staging.tracktik_break_sessions.started_at IS 'When it began.';
COMMENT ON COLUMN staging.tracktik_break_sessions.ended_at IS 'When it ended; empty while it lasts.';

CREATE TABLE staging.tracktik_shift_summaries (
    shift_id         bigint,
    client_id        bigint,
    region_id        bigint,
    position_id      bigint,
    employee_id      bigint,
    contract_id      bigint,
    pay_hours        numeric,
    regular_hours    numeric,
    overtime_hours   numeric,
    holiday_hours    numeric,
    pay_rate         numeric,
    pay_amount       numeric,
    bill_hours       numeric,
    bill_rate        numeric,
    bill_amount      numeric,
    vendor_margin    numeric
);
COMMENT ON COLUMN staging.tracktik_shift_summaries.shift_id IS 'TrackTik''s id of the shift.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.client_id IS 'TrackTik''s id of the site (the summary''s account).';
COMMENT ON COLUMN staging.tracktik_shift_summaries.region_id IS 'TrackTik''s id of the region.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.employee_id IS 'TrackTik''s id of the employee.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.contract_id IS 'TrackTik''s id of the contract.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.pay_hours IS 'Hours to pay, actual.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.regular_hours IS 'Of these, regular.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.overtime_hours IS 'Of these, overtime.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.holiday_hours IS 'Of these, on a holiday.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.pay_rate IS 'Pay per hour.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.pay_amount IS 'What is paid.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.bill_hours IS 'Hours to bill, actual.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.bill_rate IS 'Price per hour.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.bill_amount IS 'What is billed.';
COMMENT ON COLUMN staging.tracktik_shift_summaries.vendor_margin IS 'The margin as TrackTik computes it.';

CREATE TABLE staging.tracktik_billable_items (
    billable_item_id bigint,
    shift_id         bigint,
    billing_code_id  bigint,
    bill_amount      numeric
);
COMMENT ON COLUMN staging.tracktik_billable_items.billable_item_id IS 'TrackTik''s id of what is billed.';
COMMENT ON COLUMN staging.tracktik_billable_items.shift_id IS 'TrackTik''s id of the shift it is billed for; empty where it is something else.';
COMMENT ON COLUMN staging.tracktik_billable_items.billing_code_id IS 'TrackTik''s id of the billing code.';
COMMENT ON COLUMN staging.tracktik_billable_items.bill_amount IS 'What is billed.';

DO $$
DECLARE
    target  record;
    pattern text;
    surplus record;
BEGIN
    -- What a load lands in, less what only the warehouse knows.
    FOR target IN
        SELECT oid::regclass AS name,
               CASE relnamespace::regnamespace::text WHEN 'tracktik' THEN 'tracktik_' ELSE 'servicetitan_' END
                   || regexp_replace(relname, '^(dim|fact|raw)_', '') AS pattern
        FROM pg_class
        WHERE relnamespace IN ('tracktik'::regnamespace, 'st_raw_v2'::regnamespace, 'st_raw'::regnamespace)
          AND (relkind = 'r' AND relname ~ '^(dim|raw)_' OR relname = 'fact_shifts')
        ORDER BY oid
    LOOP
        pattern := format('staging.%I', target.pattern);
        EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING COMMENTS)', pattern, target.name);
        FOR surplus IN
            SELECT attname AS name, attnotnull FROM pg_attribute
            WHERE attrelid = pattern::regclass AND attnum > 0
        LOOP
            IF surplus.name ~ '_key$' AND surplus.name <> 'bu_key'
               OR surplus.name IN ('valid_from', 'valid_to', 'seen_from', 'retired', 'inferred', 'run_id', 'loaded_at',
                                   'row_hash', 'raw', 'window_from', 'window_to', 'collection_id')
               OR pattern = 'staging.tracktik_shifts'
                  AND surplus.name IN ('period_id', 'business_date', 'region_id', 'client_id',
                                       'billing_code_id', 'regular_hours') THEN
                EXECUTE format('ALTER TABLE %s DROP COLUMN %I', pattern, surplus.name);
            ELSIF surplus.attnotnull THEN
                EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', pattern, surplus.name);
            END IF;
        END LOOP;
    END LOOP;

    FOR target IN
        SELECT oid::regclass AS name, relname FROM pg_class WHERE relnamespace = 'staging'::regnamespace AND relkind = 'r'
    LOOP
        EXECUTE format(
            'ALTER TABLE %s
                 ADD COLUMN ordinal  bigint NOT NULL,
                 ADD COLUMN row_hash bytea  NOT NULL,
                 ADD COLUMN raw      %s     NOT NULL', target.name,
            -- Only ServiceTitan's is kept in the warehouse, and so made what can be asked.
            CASE WHEN target.relname LIKE 'tracktik%' THEN 'bytea' ELSE 'jsonb' END);
        IF target.relname LIKE 'tracktik%' THEN
            EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS source_modified_at timestamptz', target.name);
            EXECUTE format('COMMENT ON COLUMN %s.source_modified_at IS ''When TrackTik last changed it, where it says so: of a key that comes twice the later one counts.''', target.name);
        END IF;
        EXECUTE format('COMMENT ON TABLE %s IS %L', target.name,
            'Pattern for staging ' || replace(regexp_replace(target.relname, '^[a-z]+_', ''), '_', ' ') || ' of '
                || CASE WHEN target.relname LIKE 'tracktik%' THEN 'TrackTik.' ELSE 'ServiceTitan.' END);
        EXECUTE format('COMMENT ON COLUMN %s.ordinal IS ''The record''''s place in the extract: ties are broken by it.''', target.name);
        EXECUTE format('COMMENT ON COLUMN %s.row_hash IS ''Hash of the tracked columns, computed while they stream in.''', target.name);
        EXECUTE format('COMMENT ON COLUMN %s.raw IS ''The whole JSON of the record, as it came; may hold personal data.''', target.name);
    END LOOP;
END
$$;
