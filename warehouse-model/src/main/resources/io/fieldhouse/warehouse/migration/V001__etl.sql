-- What loads share: the ledger of units, the log of their runs, watermarks, quality and quarantine; and the
-- guards that every history stands on.

COMMENT ON SCHEMA etl IS 'How the loads went: units and their runs, watermarks, data quality, quarantine.';

CREATE TABLE etl.load_units (
    unit_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source           text        NOT NULL,
    feed             text        NOT NULL,
    scope            jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(scope) = 'object'),
    window_from      date,
    window_to        date,
    title            text        NOT NULL,
    state            text        NOT NULL DEFAULT 'pending'
                                 CHECK (state IN ('pending', 'claimed', 'loaded', 'failed')),
    attempts         integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    claimed_by       text,
    claim_expires_at timestamptz,
    loaded_at        timestamptz,
    row_count        bigint,
    last_error       text,
    created_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT load_units_are_unique UNIQUE NULLS NOT DISTINCT (source, feed, scope, window_from, window_to),
    CONSTRAINT load_units_window_is_a_range CHECK (window_from <= window_to),
    CONSTRAINT load_units_window_is_whole CHECK (num_nulls(window_from, window_to) <> 1),
    CONSTRAINT load_units_claim_is_whole
        CHECK (num_nonnulls(claimed_by, claim_expires_at) = CASE state WHEN 'claimed' THEN 2 ELSE 0 END),
    CONSTRAINT load_units_loaded_has_a_time CHECK (state <> 'loaded' OR loaded_at IS NOT NULL)
);
COMMENT ON TABLE etl.load_units IS
    'The unit ledger. A unit is what is claimed, committed, retried and shown as one: a billing period of one sub-region, a window of a feed, or a feed as a whole.';
COMMENT ON COLUMN etl.load_units.unit_id IS 'Number of the unit.';
COMMENT ON COLUMN etl.load_units.source IS 'The vendor the data comes from, such as tracktik.';
COMMENT ON COLUMN etl.load_units.feed IS 'What is loaded, by the name that the catalogue of feeds gives it.';
COMMENT ON COLUMN etl.load_units.scope IS 'The part of the feed that it is about, by names that its source gives, such as a period and a region; {} for all of it.';
COMMENT ON COLUMN etl.load_units.window_from IS 'First day of its window, in the business''s own time zone; empty where it has none.';
COMMENT ON COLUMN etl.load_units.window_to IS 'Last day of its window, included.';
COMMENT ON COLUMN etl.load_units.title IS 'How people call it, such as 2025-P12 Hawaii.';
COMMENT ON COLUMN etl.load_units.state IS
    'pending: not loaded yet; claimed: a worker is at it; loaded: committed; failed: its last attempt failed, the next run tries again.';
COMMENT ON COLUMN etl.load_units.attempts IS 'How often it has been begun.';
COMMENT ON COLUMN etl.load_units.claimed_by IS 'The worker that holds the claim.';
COMMENT ON COLUMN etl.load_units.claim_expires_at IS 'When the claim lapses unless its worker renews it.';
COMMENT ON COLUMN etl.load_units.loaded_at IS 'When the attempt began that was committed last; kept when a later attempt fails.';
COMMENT ON COLUMN etl.load_units.row_count IS 'Rows that the last commit left in the unit''s facts.';
COMMENT ON COLUMN etl.load_units.last_error IS 'What went wrong in the last attempt, without personal data.';
COMMENT ON COLUMN etl.load_units.created_at IS 'When it was first planned.';

CREATE TABLE etl.etl_run_log (
    run_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id          bigint      REFERENCES etl.load_units,
    load_id          uuid        NOT NULL,
    load_kind        text        NOT NULL,
    source           text        NOT NULL,
    feed             text        NOT NULL,
    worker           text        NOT NULL,
    state            text        NOT NULL DEFAULT 'running'
                                 CHECK (state IN ('running', 'loaded', 'failed', 'interrupted')),
    started_at       timestamptz NOT NULL DEFAULT now(),
    ended_at         timestamptz,
    rows_read        bigint      NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
    rows_inserted    bigint      NOT NULL DEFAULT 0 CHECK (rows_inserted >= 0),
    rows_updated     bigint      NOT NULL DEFAULT 0 CHECK (rows_updated >= 0),
    rows_deleted     bigint      NOT NULL DEFAULT 0 CHECK (rows_deleted >= 0),
    rows_unchanged   bigint      NOT NULL DEFAULT 0 CHECK (rows_unchanged >= 0),
    rows_quarantined bigint      NOT NULL DEFAULT 0 CHECK (rows_quarantined >= 0),
    api_calls        bigint      NOT NULL DEFAULT 0 CHECK (api_calls >= 0),
    bytes_read       bigint      NOT NULL DEFAULT 0 CHECK (bytes_read >= 0),
    watermark        timestamptz,
    error_kind       text,
    error_message    text,
    CONSTRAINT etl_run_log_ends_with_a_time CHECK ((state = 'running') = (ended_at IS NULL)),
    CONSTRAINT etl_run_log_ends_after_its_start CHECK (ended_at >= started_at)
);
CREATE INDEX etl_run_log_by_unit ON etl.etl_run_log (unit_id, started_at DESC);
CREATE INDEX etl_run_log_by_start ON etl.etl_run_log (started_at DESC);
COMMENT ON TABLE etl.etl_run_log IS 'One row per attempt at a unit or a feed, whatever came of it.';
COMMENT ON COLUMN etl.etl_run_log.run_id IS 'Number of the attempt; every loaded row carries the one that wrote it.';
COMMENT ON COLUMN etl.etl_run_log.unit_id IS 'The unit, where the attempt was at one.';
COMMENT ON COLUMN etl.etl_run_log.load_id IS 'What was started together: one command or one event.';
COMMENT ON COLUMN etl.etl_run_log.load_kind IS 'What was asked for: backfill, daily, weekly, load, replay.';
COMMENT ON COLUMN etl.etl_run_log.source IS 'The vendor, such as tracktik.';
COMMENT ON COLUMN etl.etl_run_log.feed IS 'What was loaded, by the name that the catalogue of feeds gives it.';
COMMENT ON COLUMN etl.etl_run_log.worker IS 'Which process of which machine did it.';
COMMENT ON COLUMN etl.etl_run_log.state IS 'running, loaded, failed, or interrupted (stopped on request, or its process died).';
COMMENT ON COLUMN etl.etl_run_log.started_at IS 'When it began.';
COMMENT ON COLUMN etl.etl_run_log.ended_at IS 'When it ended; empty while it runs.';
COMMENT ON COLUMN etl.etl_run_log.rows_read IS 'Records that the vendor sent.';
COMMENT ON COLUMN etl.etl_run_log.rows_inserted IS 'Rows that are new.';
COMMENT ON COLUMN etl.etl_run_log.rows_updated IS 'Rows that changed.';
COMMENT ON COLUMN etl.etl_run_log.rows_deleted IS 'Rows that went because the vendor no longer reports them.';
COMMENT ON COLUMN etl.etl_run_log.rows_unchanged IS 'Rows that were as they are already.';
COMMENT ON COLUMN etl.etl_run_log.rows_quarantined IS 'Records that could not be loaded and lie in quarantine.';
COMMENT ON COLUMN etl.etl_run_log.api_calls IS 'Requests to the vendor, repeated ones included.';
COMMENT ON COLUMN etl.etl_run_log.bytes_read IS 'Bytes of the vendor''s answers.';
COMMENT ON COLUMN etl.etl_run_log.watermark IS 'Up to which moment of the vendor''s changes this attempt read.';
COMMENT ON COLUMN etl.etl_run_log.error_kind IS 'The kind of the error that ended it.';
COMMENT ON COLUMN etl.etl_run_log.error_message IS 'What went wrong, without personal data.';

CREATE TABLE etl.sync_watermarks (
    source         text        NOT NULL,
    feed           text        NOT NULL,
    scope          jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(scope) = 'object'),
    watermark      timestamptz,
    continue_from  text,
    run_id         bigint      REFERENCES etl.etl_run_log,
    updated_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, feed, scope),
    CONSTRAINT sync_watermarks_hold_something CHECK (watermark IS NOT NULL OR continue_from IS NOT NULL)
);
COMMENT ON TABLE etl.sync_watermarks IS 'How far each incremental feed has been read; moves in the transaction that commits its rows.';
COMMENT ON COLUMN etl.sync_watermarks.source IS 'The vendor, such as tracktik.';
COMMENT ON COLUMN etl.sync_watermarks.feed IS 'The feed.';
COMMENT ON COLUMN etl.sync_watermarks.scope IS 'The part of the feed that has a watermark of its own; {} for all of it.';
COMMENT ON COLUMN etl.sync_watermarks.watermark IS 'Changes up to this moment are in the warehouse.';
COMMENT ON COLUMN etl.sync_watermarks.continue_from IS 'The vendor''s own continuation token, for feeds that have one.';
COMMENT ON COLUMN etl.sync_watermarks.run_id IS 'The attempt that moved it.';
COMMENT ON COLUMN etl.sync_watermarks.updated_at IS 'When it moved.';

CREATE TABLE etl.data_quality_issues (
    issue_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule          text        NOT NULL,
    severity      text        NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    source        text        NOT NULL,
    entity        text        NOT NULL,
    entity_key    text        NOT NULL,
    unit_id       bigint      REFERENCES etl.load_units,
    run_id        bigint      REFERENCES etl.etl_run_log,
    message       text        NOT NULL,
    details       jsonb       NOT NULL DEFAULT '{}',
    occurrences   integer     NOT NULL DEFAULT 1 CHECK (occurrences > 0),
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at  timestamptz NOT NULL DEFAULT now(),
    closed_at     timestamptz,
    CONSTRAINT data_quality_issues_are_seen_in_order
        CHECK (first_seen_at <= last_seen_at AND last_seen_at <= coalesce(closed_at, 'infinity'))
);
CREATE UNIQUE INDEX data_quality_issues_open_once
    ON etl.data_quality_issues (rule, source, entity, entity_key) WHERE closed_at IS NULL;
CREATE INDEX data_quality_issues_open_by_unit ON etl.data_quality_issues (unit_id) WHERE closed_at IS NULL;
COMMENT ON TABLE etl.data_quality_issues IS 'What the rules found. An issue opens once, is seen again, and closes when its cause is gone.';
COMMENT ON COLUMN etl.data_quality_issues.issue_id IS 'Number of the issue.';
COMMENT ON COLUMN etl.data_quality_issues.rule IS 'The rule that found it.';
COMMENT ON COLUMN etl.data_quality_issues.severity IS 'info, warning or error.';
COMMENT ON COLUMN etl.data_quality_issues.source IS 'The vendor of the data, such as tracktik.';
COMMENT ON COLUMN etl.data_quality_issues.entity IS 'What it is about, such as shift or client.';
COMMENT ON COLUMN etl.data_quality_issues.entity_key IS 'The vendor''s id of it; of what may offend in several units, with the period and the sub-region.';
COMMENT ON COLUMN etl.data_quality_issues.unit_id IS 'The unit in which it was last seen, where there is one.';
COMMENT ON COLUMN etl.data_quality_issues.run_id IS 'The attempt that last saw it.';
COMMENT ON COLUMN etl.data_quality_issues.message IS 'What is wrong, in a sentence, without personal data.';
COMMENT ON COLUMN etl.data_quality_issues.details IS 'The figures behind the message.';
COMMENT ON COLUMN etl.data_quality_issues.occurrences IS 'How many checks have seen it.';
COMMENT ON COLUMN etl.data_quality_issues.first_seen_at IS 'When a check first saw it.';
COMMENT ON COLUMN etl.data_quality_issues.last_seen_at IS 'When a check last saw it.';
COMMENT ON COLUMN etl.data_quality_issues.closed_at IS 'When a check no longer saw it; empty while it is open.';

CREATE TABLE etl.quarantine (
    quarantine_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source        text        NOT NULL,
    feed          text        NOT NULL,
    source_key    text,
    unit_id       bigint      REFERENCES etl.load_units,
    run_id        bigint      REFERENCES etl.etl_run_log,
    reason_kind   text        NOT NULL,
    reason        text        NOT NULL,
    record        bytea       NOT NULL,
    kept_at       timestamptz NOT NULL DEFAULT now(),
    settled_at    timestamptz
);
CREATE INDEX quarantine_by_feed ON etl.quarantine (source, feed, kept_at DESC);
CREATE INDEX quarantine_by_key ON etl.quarantine (source, feed, source_key) WHERE settled_at IS NULL;
CREATE INDEX quarantine_by_unit ON etl.quarantine (unit_id) WHERE settled_at IS NULL;
COMMENT ON TABLE etl.quarantine IS 'Every record that could not be loaded, whole, with the reason. It may hold personal data: the reader role does not see it.';
COMMENT ON COLUMN etl.quarantine.quarantine_id IS 'Number of the kept record.';
COMMENT ON COLUMN etl.quarantine.source IS 'The vendor that sent it, such as tracktik.';
COMMENT ON COLUMN etl.quarantine.feed IS 'The feed it came in.';
COMMENT ON COLUMN etl.quarantine.source_key IS 'The vendor''s id of it, where one could be read.';
COMMENT ON COLUMN etl.quarantine.unit_id IS 'The unit in whose load it came, where there is one.';
COMMENT ON COLUMN etl.quarantine.run_id IS 'The attempt in which it came.';
COMMENT ON COLUMN etl.quarantine.reason_kind IS 'Why it could not be loaded, as a kind to group by.';
COMMENT ON COLUMN etl.quarantine.reason IS 'Why it could not be loaded, naming the field.';
COMMENT ON COLUMN etl.quarantine.record IS 'The record as it came, byte for byte (UTF-8 JSON): no text type holds every byte that a vendor can send.';
COMMENT ON COLUMN etl.quarantine.kept_at IS 'When it was kept.';
COMMENT ON COLUMN etl.quarantine.settled_at IS 'When a load settled it: it was loaded after all, or the vendor had it no more. Empty while it waits.';

-- A history holds what changed. What an extract showed unchanged is known from here alone; an extract that arrives
-- late needs it, to know until when it has the word.
CREATE TABLE etl.dimension_merges (
    merge_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dimension   text        NOT NULL,
    as_of       timestamptz NOT NULL,
    keys        bigint[],
    lacks       text[]      NOT NULL DEFAULT '{}',
    run_id      bigint,
    merged_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dimension_merges_by_time ON etl.dimension_merges (dimension, as_of);
CREATE INDEX dimension_merges_that_lack ON etl.dimension_merges (dimension) WHERE lacks <> '{}';
COMMENT ON TABLE etl.dimension_merges IS 'Which extracts were merged into a dimension, and which keys each of them showed.';
COMMENT ON COLUMN etl.dimension_merges.merge_id IS 'Number of the merge.';
COMMENT ON COLUMN etl.dimension_merges.dimension IS 'The dimension, with its schema.';
COMMENT ON COLUMN etl.dimension_merges.as_of IS 'The moment that the extract shows.';
COMMENT ON COLUMN etl.dimension_merges.keys IS 'The keys that a partial extract shows; empty for a full one, which says something of every key.';
COMMENT ON COLUMN etl.dimension_merges.lacks IS 'The columns of the dimension that the extract did not have, and so said nothing of.';
COMMENT ON COLUMN etl.dimension_merges.run_id IS 'The attempt in etl.etl_run_log.';
COMMENT ON COLUMN etl.dimension_merges.merged_at IS 'When it was merged.';

CREATE TABLE etl.dimension_columns (
    dimension   text        NOT NULL,
    column_name text        NOT NULL,
    tracked     boolean     NOT NULL,
    known_since timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dimension, column_name)
);
COMMENT ON TABLE etl.dimension_columns IS 'Which columns of a dimension extracts have had. What no extract said of a key so far is filled in place, and opens no version.';
COMMENT ON COLUMN etl.dimension_columns.dimension IS 'The dimension, with its schema.';
COMMENT ON COLUMN etl.dimension_columns.column_name IS 'The column.';
COMMENT ON COLUMN etl.dimension_columns.tracked IS 'Whether another value is another version.';
COMMENT ON COLUMN etl.dimension_columns.known_since IS 'When a merge first had it.';

-- Writers of one dimension take turns, before they lock a row: none of them then misses what another is about
-- to commit, and none waits for another that waits for it. A snapshot taken before the turn would be blind to
-- the other's rows, hence the isolation level.
CREATE FUNCTION etl.take_turns() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Versions of %.% are written at READ COMMITTED: any other isolation is blind to an overlap that another transaction commits.',
            TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'invalid_transaction_state';
    END IF;
    PERFORM pg_advisory_xact_lock('pg_class'::regclass::oid::integer, TG_RELID::integer);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.take_turns() IS
    'Statement trigger of every dimension: one writer at a time, at READ COMMITTED.';

-- No two versions of a key overlap. The check looks only at what the statement wrote, through its transition
-- table. Of two versions that overlap one is closed, since the unique key forbids two open ones: where nothing is
-- closed, as in a first load, there is nothing to look for. The LIMIT keeps the look a probe of the index,
-- whatever the statistics say.
CREATE FUNCTION etl.forbid_overlapping_versions() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    closed      boolean;
    overlapping text;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT FROM written WHERE valid_to < ''infinity'')
             OR EXISTS (SELECT FROM %I.%I WHERE valid_to < ''infinity'')', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO closed;
    IF closed THEN
        EXECUTE format(
            'SELECT n.%1$I::text FROM written n, LATERAL (
                 SELECT FROM %2$I.%3$I d
                 WHERE d.%1$I = n.%1$I AND d.valid_to > n.valid_from AND d.valid_from < n.valid_to
                   AND d.%4$I <> n.%4$I
                 LIMIT 1) other
             LIMIT 1',
            TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[1]) INTO overlapping;
    END IF;
    IF overlapping IS NOT NULL THEN
        RAISE EXCEPTION 'Two versions of %.% % overlap.', TG_TABLE_NAME, TG_ARGV[0], overlapping
            USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.forbid_overlapping_versions() IS
    'Statement trigger of every dimension; its arguments are the columns of the natural key and of the version''s key. Refuses a statement after which two versions of a key overlap.';

-- Makes a table a dimension: what every history has in common, in the one place that says it.
CREATE PROCEDURE etl.make_dimension(dimension regclass, version_key text, natural_key text)
    LANGUAGE plpgsql AS
$$
DECLARE
    table_name text := (SELECT relname FROM pg_class WHERE oid = dimension);
BEGIN
    EXECUTE format(
        'ALTER TABLE %1$s
             ADD COLUMN valid_from timestamptz NOT NULL,
             ADD COLUMN valid_to   timestamptz NOT NULL DEFAULT ''infinity'',
             ADD COLUMN seen_from  timestamptz NOT NULL DEFAULT now(),
             ADD COLUMN retired    boolean     NOT NULL DEFAULT false,
             ADD COLUMN inferred   boolean     NOT NULL DEFAULT false,
             ADD COLUMN row_hash   bytea       NOT NULL,
             ADD COLUMN run_id     bigint,
             ADD COLUMN loaded_at  timestamptz NOT NULL DEFAULT now(),
             ADD CONSTRAINT %2$I UNIQUE (%3$I, valid_to),
             ADD CONSTRAINT %4$I CHECK (valid_from < valid_to),
             ADD CONSTRAINT %5$I CHECK (NOT retired OR valid_to < ''infinity'')',
        dimension, table_name || '_one_open_version', natural_key,
        table_name || '_validity_is_a_range', table_name || '_open_is_not_retired');
    EXECUTE format(
        'CREATE TRIGGER take_turns BEFORE INSERT OR UPDATE ON %s
             FOR EACH STATEMENT EXECUTE FUNCTION etl.take_turns()', dimension);
    EXECUTE format(
        'CREATE TRIGGER no_overlap_on_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS written
             FOR EACH STATEMENT EXECUTE FUNCTION etl.forbid_overlapping_versions(%L, %L)',
        dimension, natural_key, version_key);
    EXECUTE format(
        'CREATE TRIGGER no_overlap_on_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS written
             FOR EACH STATEMENT EXECUTE FUNCTION etl.forbid_overlapping_versions(%L, %L)',
        dimension, natural_key, version_key);
    EXECUTE format('COMMENT ON COLUMN %s.%I IS ''Key of this version; facts point to the version that was valid when they happened.''', dimension, version_key);
    EXECUTE format('COMMENT ON COLUMN %s.valid_from IS ''When this version begins to hold; -infinity for a key''''s first.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.valid_to IS ''When it ceases to hold, itself not included; infinity for the open version.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.seen_from IS ''As of when an extract first showed this version; a key''''s first version begins to hold before that.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.retired IS ''Whether it ended because the key vanished, not because a newer version took over.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.inferred IS ''Whether a fact named the key before any extract held it: all but the key is unknown.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.row_hash IS ''Hash of the tracked columns as one extract had them: the same hash is the same version; another is compared column by column.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.run_id IS ''The attempt in etl.etl_run_log that last wrote this row.''', dimension);
    EXECUTE format('COMMENT ON COLUMN %s.loaded_at IS ''When this row was last written.''', dimension);
END
$$;
COMMENT ON PROCEDURE etl.make_dimension(regclass, text, text) IS
    'For migrations: gives a table the validity, the guards and the comments that every dimension has.';
