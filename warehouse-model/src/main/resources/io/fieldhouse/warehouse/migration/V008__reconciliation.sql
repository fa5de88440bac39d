-- What comparing a billing period in the warehouse with a list of the owner's found.

CREATE TABLE tracktik.reconciliations (
    reconciliation_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    period_id             integer     NOT NULL REFERENCES tracktik.billing_periods,
    region_ids            bigint[]    NOT NULL,
    made_at               timestamptz NOT NULL,
    worker                text        NOT NULL,
    file_name             text        NOT NULL,
    file_sha256           text        NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    mapping               jsonb       NOT NULL CHECK (jsonb_typeof(mapping) = 'object'),
    hours_tolerance       numeric     NOT NULL CHECK (hours_tolerance >= 0),
    amount_tolerance      numeric     NOT NULL CHECK (amount_tolerance >= 0),
    relative_tolerance    numeric     NOT NULL CHECK (relative_tolerance >= 0 AND relative_tolerance < 1),
    rows_compared         bigint      NOT NULL DEFAULT 0 CHECK (rows_compared >= 0),
    rows_of_other_periods bigint      NOT NULL DEFAULT 0 CHECK (rows_of_other_periods >= 0),
    rows_of_other_regions bigint      NOT NULL DEFAULT 0 CHECK (rows_of_other_regions >= 0),
    matches               bigint      NOT NULL DEFAULT 0 CHECK (matches >= 0),
    differences           bigint      NOT NULL DEFAULT 0 CHECK (differences >= 0),
    only_here             bigint      NOT NULL DEFAULT 0 CHECK (only_here >= 0),
    only_there            bigint      NOT NULL DEFAULT 0 CHECK (only_there >= 0)
);
CREATE INDEX reconciliations_by_period ON tracktik.reconciliations (period_id, made_at DESC);
COMMENT ON TABLE tracktik.reconciliations IS 'One row per comparison of a billing period with a file of the owner''s.';
COMMENT ON COLUMN tracktik.reconciliations.reconciliation_id IS 'Number of the comparison.';
COMMENT ON COLUMN tracktik.reconciliations.period_id IS 'The billing period that was compared.';
COMMENT ON COLUMN tracktik.reconciliations.region_ids IS 'TrackTik''s ids of the sub-regions that were compared.';
COMMENT ON COLUMN tracktik.reconciliations.made_at IS 'When it was made.';
COMMENT ON COLUMN tracktik.reconciliations.worker IS 'Who or which process made it.';
COMMENT ON COLUMN tracktik.reconciliations.file_name IS 'Name of the file, without its folder.';
COMMENT ON COLUMN tracktik.reconciliations.file_sha256 IS 'SHA-256 of the file''s bytes, in hexadecimal: whether two comparisons were with the same file.';
COMMENT ON COLUMN tracktik.reconciliations.mapping IS 'How the file was read: which column holds what, and its dialect, by the keys of the configuration.';
COMMENT ON COLUMN tracktik.reconciliations.hours_tolerance IS 'By how much hours may differ and still match.';
COMMENT ON COLUMN tracktik.reconciliations.amount_tolerance IS 'By how much amounts may differ and still match.';
COMMENT ON COLUMN tracktik.reconciliations.relative_tolerance IS 'By which share of the greater of both figures they may differ and still match, 0 to 1.';
COMMENT ON COLUMN tracktik.reconciliations.rows_compared IS 'Rows of the file that were compared.';
COMMENT ON COLUMN tracktik.reconciliations.rows_of_other_periods IS 'Rows of the file that were left out because they are of another period.';
COMMENT ON COLUMN tracktik.reconciliations.rows_of_other_regions IS 'Rows of the file that were left out because they are of a region that was not asked for.';
COMMENT ON COLUMN tracktik.reconciliations.matches IS 'How many figures match.';
COMMENT ON COLUMN tracktik.reconciliations.differences IS 'How many figures differ.';
COMMENT ON COLUMN tracktik.reconciliations.only_here IS 'How many figures only the warehouse has.';
COMMENT ON COLUMN tracktik.reconciliations.only_there IS 'How many figures only the file has.';

CREATE TABLE tracktik.reconciliation_rows (
    reconciliation_id bigint  NOT NULL REFERENCES tracktik.reconciliations ON DELETE CASCADE,
    region_id         bigint,
    client_id         bigint,
    region_code       text,
    site_code         text,
    measure           text    NOT NULL
                              CHECK (measure IN ('scheduled_hours', 'worked_hours', 'approved_hours', 'payable_hours',
                                                 'billable_hours', 'regular_hours', 'overtime_hours', 'holiday_hours',
                                                 'pay_amount', 'bill_amount')),
    here              numeric,
    there             numeric,
    difference        numeric NOT NULL GENERATED ALWAYS AS (coalesce(here, 0) - coalesce(there, 0)) STORED,
    outcome           text    NOT NULL CHECK (outcome IN ('match', 'difference', 'only here', 'only there')),
    remark            text    CHECK (remark IN ('no such site', 'several sites', 'no such region', 'several regions')),
    CONSTRAINT reconciliation_rows_say_it_once
        UNIQUE NULLS NOT DISTINCT (reconciliation_id, measure, region_id, client_id, region_code, site_code),
    CONSTRAINT reconciliation_rows_fit_their_outcome
        CHECK (CASE outcome WHEN 'match' THEN num_nonnulls(here, there) > 0
                            WHEN 'difference' THEN num_nonnulls(here, there) = 2
                            WHEN 'only here' THEN here IS NOT NULL AND there IS NULL
                            ELSE here IS NULL AND there IS NOT NULL END),
    CONSTRAINT reconciliation_rows_remark_on_what_is_only_there CHECK (remark IS NULL OR outcome = 'only there')
);
COMMENT ON TABLE tracktik.reconciliation_rows IS 'What a comparison found: one row per site and figure, matches included.';
COMMENT ON COLUMN tracktik.reconciliation_rows.reconciliation_id IS 'The comparison.';
COMMENT ON COLUMN tracktik.reconciliation_rows.region_id IS 'TrackTik''s id of the region; empty where the file does not lead to one.';
COMMENT ON COLUMN tracktik.reconciliation_rows.client_id IS 'TrackTik''s id of the site; empty where the file does not lead to one, or the warehouse''s figure is of positions without a site.';
COMMENT ON COLUMN tracktik.reconciliation_rows.region_code IS 'The region as the file names it; empty where the file does not have it.';
COMMENT ON COLUMN tracktik.reconciliation_rows.site_code IS 'The site as the file names it; empty where the file does not have it.';
COMMENT ON COLUMN tracktik.reconciliation_rows.measure IS 'Which figure: the name of its column in tracktik.fact_billing.';
COMMENT ON COLUMN tracktik.reconciliation_rows.here IS 'The warehouse''s sum; empty where it has none.';
COMMENT ON COLUMN tracktik.reconciliation_rows.there IS 'The file''s sum; empty where it has none.';
COMMENT ON COLUMN tracktik.reconciliation_rows.difference IS 'The warehouse''s sum less the file''s.';
COMMENT ON COLUMN tracktik.reconciliation_rows.outcome IS
    'match: equal within the tolerance; difference; only here: the file has no such figure; only there: the warehouse has none.';
COMMENT ON COLUMN tracktik.reconciliation_rows.remark IS
    'Why the file''s name leads nowhere: no such site or region is known, or several are called so.';
