-- ServiceTitan's dimensions and marts. Names and columns are the owner's: existing queries and dashboards run on them.

CREATE SCHEMA st_mart;
COMMENT ON SCHEMA st_mart IS 'Daily KPIs computed from the entities, and the settings that define them.';

CREATE TABLE st_mart.kpi_settings (
    one_row                      boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    time_zone                    text    NOT NULL,
    ar_floor                     numeric NOT NULL CHECK (ar_floor >= 0),
    rolling_window_days          integer NOT NULL CHECK (rolling_window_days > 0),
    future_bookings_horizon_days integer NOT NULL CHECK (future_bookings_horizon_days > 0)
);
COMMENT ON TABLE st_mart.kpi_settings IS 'The settings that the KPIs are computed by: one row, written from the configuration.';
COMMENT ON COLUMN st_mart.kpi_settings.one_row IS 'Always true: there is one row.';
COMMENT ON COLUMN st_mart.kpi_settings.time_zone IS 'IANA time zone of the tenant: days begin and end in it.';
COMMENT ON COLUMN st_mart.kpi_settings.ar_floor IS 'Invoice balances below this are no outstanding A/R.';
COMMENT ON COLUMN st_mart.kpi_settings.rolling_window_days IS 'How many days back a daily load reads again.';
COMMENT ON COLUMN st_mart.kpi_settings.future_bookings_horizon_days IS 'How many days from this week''s Monday on count as future bookings.';
INSERT INTO st_mart.kpi_settings (time_zone, ar_floor, rolling_window_days, future_bookings_horizon_days)
VALUES ('America/Phoenix', 10.00, 7, 365);

CREATE TABLE st_mart.kpi_job_types (
    job_type text NOT NULL,
    role     text NOT NULL CHECK (role IN ('estimate', 'excluded', 'warranty')),
    PRIMARY KEY (role, job_type)
);
COMMENT ON TABLE st_mart.kpi_job_types IS 'Which job types the KPIs count as what, written from the configuration.';
COMMENT ON COLUMN st_mart.kpi_job_types.job_type IS 'Name of the job type, to the character.';
COMMENT ON COLUMN st_mart.kpi_job_types.role IS 'estimate: counts as a lead or estimate; excluded: not produced; warranty: its costs are warranty costs.';
INSERT INTO st_mart.kpi_job_types (role, job_type) VALUES
    ('estimate', 'ESTIMATE- WINDOW WASHING'),
    ('estimate', 'Estimate'),
    ('estimate', 'Cabinets'),
    ('estimate', 'Estimate- Exterior PLUS Int Cabinets'),
    ('estimate', 'Estimate- Interior PLUS Cabinets'),
    ('estimate', 'ESTIMATE -RES-EXT-PRE 1960'),
    ('estimate', 'ESTIMATE -RES-INT/EXT-PRE 1960'),
    ('estimate', 'ESTIMATE-COMM-EXT'),
    ('estimate', 'ESTIMATE-COMM-EXT/INT'),
    ('estimate', 'ESTIMATE-COMM-INT'),
    ('estimate', 'ESTIMATE-COMM-PLANBID'),
    ('estimate', 'ESTIMATE-COMM-Striping'),
    ('estimate', 'ESTIMATE-FLOOR COATING-EPOXY'),
    ('estimate', 'ESTIMATE-FLOOR COATING-H&C Coatings'),
    ('estimate', 'ESTIMATE-POPCORN'),
    ('estimate', 'ESTIMATE-RES-EXT'),
    ('estimate', 'ESTIMATE-RES-EXT/INT'),
    ('estimate', 'ESTIMATE-RES-HOA'),
    ('estimate', 'ESTIMATE-RES-INT'),
    ('estimate', 'Estimate-RES-INT/EXT Plus Cabinets'),
    ('excluded', 'PM Inspection'),
    ('excluded', 'Safety Inspection'),
    ('excluded', 'Window/Solar Washing'),
    ('warranty', 'Warranty'),
    ('warranty', 'Touchup');

CREATE TABLE st_mart.daily_kpis (
    event_date         date NOT NULL,
    business_unit      text NOT NULL,
    lead_count         bigint,
    total_booked       numeric,
    dollars_produced   numeric,
    gpm_percent        numeric,
    dollars_collected  numeric,
    num_estimates      bigint,
    close_rate_percent numeric,
    future_bookings    numeric,
    warranty_percent   numeric,
    outstanding_ar     numeric,
    null_reasons       jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (event_date, business_unit)
);
COMMENT ON TABLE st_mart.daily_kpis IS 'The ten KPIs per day and business unit, from the entities. Empty: this business unit has no such data; 0: none happened.';
COMMENT ON COLUMN st_mart.daily_kpis.event_date IS 'The day, in the tenant''s time zone.';
COMMENT ON COLUMN st_mart.daily_kpis.business_unit IS 'Business unit, by name; unapplied payments have a row of their own.';
COMMENT ON COLUMN st_mart.daily_kpis.lead_count IS 'Sales: estimate-type jobs created, test customers left out.';
COMMENT ON COLUMN st_mart.daily_kpis.total_booked IS 'Sales: subtotal of estimates sold.';
COMMENT ON COLUMN st_mart.daily_kpis.dollars_produced IS 'Production: subtotal of jobs that start, excluded job types left out.';
COMMENT ON COLUMN st_mart.daily_kpis.gpm_percent IS 'Production: (subtotal - costs) / subtotal of jobs that start, in percent, from the sums.';
COMMENT ON COLUMN st_mart.daily_kpis.dollars_collected IS 'Production: payments by their applied invoices, refunds included.';
COMMENT ON COLUMN st_mart.daily_kpis.num_estimates IS 'Sales: estimate-type jobs completed.';
COMMENT ON COLUMN st_mart.daily_kpis.close_rate_percent IS 'Sales: closed opportunities / sales opportunities of jobs completed, in percent, from the sums.';
COMMENT ON COLUMN st_mart.daily_kpis.future_bookings IS 'Production: subtotal of jobs that start from this week''s Monday on, a year ahead.';
COMMENT ON COLUMN st_mart.daily_kpis.warranty_percent IS 'Production: costs of warranty jobs / dollars_produced, in percent.';
COMMENT ON COLUMN st_mart.daily_kpis.outstanding_ar IS 'Production: invoice balances above the floor, as of the day.';
COMMENT ON COLUMN st_mart.daily_kpis.null_reasons IS 'Why a KPI is empty, by its column''s name, such as costs that no report has brought yet.';

CREATE SCHEMA st_dim;
COMMENT ON SCHEMA st_dim IS 'ServiceTitan''s reference data with history, and jobs joined to it.';

CREATE TABLE st_dim.dim_business_units (
    business_unit_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business_unit_id  bigint NOT NULL,
    name              text,
    official_name     text,
    currency          text,
    active            boolean
);
CALL etl.make_dimension('st_dim.dim_business_units', 'business_unit_key', 'business_unit_id');
COMMENT ON TABLE st_dim.dim_business_units IS 'Business units with their history: they get renamed.';
COMMENT ON COLUMN st_dim.dim_business_units.business_unit_id IS 'ServiceTitan''s id of the business unit.';
COMMENT ON COLUMN st_dim.dim_business_units.name IS 'Name, to the character.';
COMMENT ON COLUMN st_dim.dim_business_units.official_name IS 'Official name.';
COMMENT ON COLUMN st_dim.dim_business_units.currency IS 'Currency.';
COMMENT ON COLUMN st_dim.dim_business_units.active IS 'Whether it is in use.';

CREATE TABLE st_dim.dim_job_types (
    job_type_key   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_type_id    bigint NOT NULL,
    name           text,
    sold_threshold numeric,
    class          text,
    no_charge      boolean,
    active         boolean
);
CALL etl.make_dimension('st_dim.dim_job_types', 'job_type_key', 'job_type_id');
COMMENT ON TABLE st_dim.dim_job_types IS 'Job types with their history.';
COMMENT ON COLUMN st_dim.dim_job_types.job_type_id IS 'ServiceTitan''s id of the job type.';
COMMENT ON COLUMN st_dim.dim_job_types.name IS 'Name, to the character.';
COMMENT ON COLUMN st_dim.dim_job_types.sold_threshold IS 'From which amount on such a job counts as sold.';
COMMENT ON COLUMN st_dim.dim_job_types.class IS 'Class.';
COMMENT ON COLUMN st_dim.dim_job_types.no_charge IS 'Whether such jobs are not charged.';
COMMENT ON COLUMN st_dim.dim_job_types.active IS 'Whether it is in use.';

CREATE TABLE st_dim.dim_campaigns (
    campaign_key  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id   bigint NOT NULL,
    name          text,
    category_name text,
    source        text,
    medium        text,
    business_unit text,
    active        boolean
);
CALL etl.make_dimension('st_dim.dim_campaigns', 'campaign_key', 'campaign_id');
COMMENT ON TABLE st_dim.dim_campaigns IS 'Campaigns with their history.';
COMMENT ON COLUMN st_dim.dim_campaigns.campaign_id IS 'ServiceTitan''s id of the campaign.';
COMMENT ON COLUMN st_dim.dim_campaigns.name IS 'Name.';
COMMENT ON COLUMN st_dim.dim_campaigns.category_name IS 'Name of its category.';
COMMENT ON COLUMN st_dim.dim_campaigns.source IS 'Source.';
COMMENT ON COLUMN st_dim.dim_campaigns.medium IS 'Medium.';
COMMENT ON COLUMN st_dim.dim_campaigns.business_unit IS 'Its business unit, by name.';
COMMENT ON COLUMN st_dim.dim_campaigns.active IS 'Whether it is in use.';

CREATE VIEW st_dim.dim_jobs AS
SELECT j.*,
       bu.name    AS businessUnitName,
       jt.name    AS jobTypeName,
       c.name     AS campaignName,
       a.startsOn AS startsOn,
       (j.createdOn AT TIME ZONE s.time_zone)::date   AS createdDate,
       (j.completedOn AT TIME ZONE s.time_zone)::date AS completedDate,
       (a.startsOn AT TIME ZONE s.time_zone)::date    AS startDate
FROM st_raw_v2.raw_jobs j
LEFT JOIN st_mart.kpi_settings s ON true
LEFT JOIN st_raw_v2.raw_business_units bu ON j.businessUnitId = bu.id
LEFT JOIN st_raw_v2.raw_job_types jt ON j.jobTypeId = jt.id
LEFT JOIN st_raw_v2.raw_campaigns c ON j.campaignId = c.id
LEFT JOIN st_raw_v2.raw_appointments a ON j.firstAppointmentId = a.id;
COMMENT ON VIEW st_dim.dim_jobs IS 'Jobs with the names of their business unit, job type and campaign as they are now, and their start.';
DO $$
DECLARE
    said record;
BEGIN
    FOR said IN
        SELECT a.attname AS name, coalesce(own.text, col_description('st_raw_v2.raw_jobs'::regclass, job.attnum)) AS text
        FROM pg_attribute a
        LEFT JOIN pg_attribute job ON job.attrelid = 'st_raw_v2.raw_jobs'::regclass AND job.attname = a.attname
        LEFT JOIN (VALUES
            ('businessunitname', 'Name of its business unit.'),
            ('jobtypename',      'Name of its job type.'),
            ('campaignname',     'Name of the campaign that brought it.'),
            ('startson',         'When it starts: the start of its first appointment.'),
            ('createddate',      'Day it was created, in the tenant''s time zone.'),
            ('completeddate',    'Day it was completed, in the tenant''s time zone.'),
            ('startdate',        'Day it starts, in the tenant''s time zone.')) AS own (name, text) ON own.name = a.attname
        WHERE a.attrelid = 'st_dim.dim_jobs'::regclass AND a.attnum > 0
    LOOP
        EXECUTE format('COMMENT ON COLUMN st_dim.dim_jobs.%I IS %L', said.name, said.text);
    END LOOP;
END
$$;

CREATE SCHEMA st_kpi_mart;
COMMENT ON SCHEMA st_kpi_mart IS 'Daily facts from the reports, joined per business unit and summed per region: what dashboards read.';

CREATE TABLE st_kpi_mart.leads_daily_fact (
    kpi_date date NOT NULL,
    bu_key   text NOT NULL,
    leads    bigint,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.leads_daily_fact IS 'Leads per day and business unit, from st_raw.raw_leads.';
COMMENT ON COLUMN st_kpi_mart.leads_daily_fact.kpi_date IS 'Day the jobs were created.';
COMMENT ON COLUMN st_kpi_mart.leads_daily_fact.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.leads_daily_fact.leads IS 'How many leads.';

CREATE TABLE st_kpi_mart.wbr_daily_fact (
    kpi_date           date NOT NULL,
    bu_key             text NOT NULL,
    estimates          bigint,
    booked             bigint,
    completed_est      bigint,
    close_rate_decimal numeric,
    total_sales        numeric,
    avg_closed_sale    numeric,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.wbr_daily_fact IS 'WBR sums per day and business unit, from st_raw.raw_daily_wbr_v2.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.kpi_date IS 'The day reported on.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.estimates IS 'Sales opportunities.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.booked IS 'Closed opportunities.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.completed_est IS 'Completed estimates.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.close_rate_decimal IS 'booked / estimates, from the sums, as a fraction.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.total_sales IS 'Sold estimates, as an amount.';
COMMENT ON COLUMN st_kpi_mart.wbr_daily_fact.avg_closed_sale IS 'total_sales / booked, from the sums.';

CREATE TABLE st_kpi_mart.foreman_daily_fact (
    kpi_date       date NOT NULL,
    bu_key         text NOT NULL,
    total_jobs     bigint,
    total_subtotal numeric,
    total_costs    numeric,
    gm_pct         numeric,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.foreman_daily_fact IS 'Produced jobs per day and business unit, from st_raw.raw_foreman.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.kpi_date IS 'Day the jobs start.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.total_jobs IS 'How many jobs.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.total_subtotal IS 'Their amounts before tax.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.total_costs IS 'Their costs.';
COMMENT ON COLUMN st_kpi_mart.foreman_daily_fact.gm_pct IS '(total_subtotal - total_costs) / total_subtotal, from the sums, in percent.';

CREATE TABLE st_kpi_mart.collections_daily_fact (
    kpi_date         date NOT NULL,
    bu_key           text NOT NULL,
    collected_amount numeric,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.collections_daily_fact IS 'Payments per day and business unit, from st_raw.raw_collections.';
COMMENT ON COLUMN st_kpi_mart.collections_daily_fact.kpi_date IS 'Day they were paid.';
COMMENT ON COLUMN st_kpi_mart.collections_daily_fact.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.collections_daily_fact.collected_amount IS 'Sum of the payments, refunds included.';

CREATE TABLE st_kpi_mart.future_bookings_daily_fact (
    kpi_date       date NOT NULL,
    bu_key         text NOT NULL,
    total_jobs     bigint,
    total_subtotal numeric,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.future_bookings_daily_fact IS 'Booked jobs per day they are scheduled for and business unit, from st_raw.raw_future_bookings.';
COMMENT ON COLUMN st_kpi_mart.future_bookings_daily_fact.kpi_date IS 'Day the jobs are scheduled for.';
COMMENT ON COLUMN st_kpi_mart.future_bookings_daily_fact.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.future_bookings_daily_fact.total_jobs IS 'How many jobs.';
COMMENT ON COLUMN st_kpi_mart.future_bookings_daily_fact.total_subtotal IS 'Their amounts before tax.';

CREATE TABLE st_kpi_mart.kpi_daily_consolidated (
    kpi_date             date NOT NULL,
    bu_key               text NOT NULL,
    leads                bigint,
    collected_amount     numeric,
    sales_opportunities  bigint,
    closed_opportunities bigint,
    close_rate_decimal   numeric,
    completed_est        bigint,
    wbr_total_sales      numeric,
    avg_closed_sale      numeric,
    completed_jobs       bigint,
    job_subtotal         numeric,
    job_costs            numeric,
    gross_margin_pct     numeric,
    PRIMARY KEY (kpi_date, bu_key)
);
COMMENT ON TABLE st_kpi_mart.kpi_daily_consolidated IS 'The daily facts side by side, a row per day and business unit. Empty: this business unit has no such data.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.kpi_date IS 'The day.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.leads IS 'How many leads.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.collected_amount IS 'Sum of the payments, refunds included.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.sales_opportunities IS 'Sales opportunities.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.closed_opportunities IS 'Of these, closed.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.close_rate_decimal IS 'closed_opportunities / sales_opportunities, as a fraction.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.completed_est IS 'Completed estimates, of sales.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.wbr_total_sales IS 'Sold estimates, as an amount.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.avg_closed_sale IS 'wbr_total_sales / closed_opportunities.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.completed_jobs IS 'Jobs, of production.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.job_subtotal IS 'Their amounts before tax.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.job_costs IS 'Their costs.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_consolidated.gross_margin_pct IS '(job_subtotal - job_costs) / job_subtotal, in percent.';

CREATE TABLE st_kpi_mart.dim_regional_bu_map (
    region_key   text NOT NULL,
    region_label text NOT NULL,
    bu_key       text PRIMARY KEY,
    bu_type      text NOT NULL CHECK (bu_type IN ('Sales', 'Production'))
);
COMMENT ON TABLE st_kpi_mart.dim_regional_bu_map IS 'Which region claims which business unit, written from the configuration. A business unit belongs to one region at most.';
COMMENT ON COLUMN st_kpi_mart.dim_regional_bu_map.region_key IS 'Short name of the region.';
COMMENT ON COLUMN st_kpi_mart.dim_regional_bu_map.region_label IS 'Name of the region.';
COMMENT ON COLUMN st_kpi_mart.dim_regional_bu_map.bu_key IS 'Name of the business unit, to the character.';
COMMENT ON COLUMN st_kpi_mart.dim_regional_bu_map.bu_type IS 'Sales or Production.';
INSERT INTO st_kpi_mart.dim_regional_bu_map (region_key, region_label, bu_key, bu_type) VALUES
    ('ANDYS',   'Albuquerque',        'Andy''s Painting-Sales',            'Sales'),
    ('ANDYS',   'Albuquerque',        'Andy''s Painting-Production',       'Production'),
    ('COMM_AZ', 'Phoenix Commercial', 'Commercial-AZ-Sales',               'Sales'),
    ('COMM_AZ', 'Phoenix Commercial', 'Commercial-AZ-Production',          'Production'),
    ('GUAR_TX', 'Texas',              'Guaranteed Painting-Sales',         'Sales'),
    ('GUAR_TX', 'Texas',              'Guaranteed Painting-Production',    'Production'),
    ('NEV',     'Nevada',             'Nevada-Sales',                      'Sales'),
    ('NEV',     'Nevada',             'Nevada-Production',                 'Production'),
    ('PHX',     'Phoenix',            'Phoenix-Sales',                     'Sales'),
    ('PHX',     'Phoenix',            'Phoenix-Production',                'Production'),
    ('PHX',     'Phoenix',            'Z-DO NOT USE - West - Sales',       'Sales'),
    ('PHX',     'Phoenix',            'Z-DO NOT USE - West- Production',   'Production'),
    ('TUC',     'Tucson',             'Tucson-Sales',                      'Sales'),
    ('TUC',     'Tucson',             'Tucson-Production',                 'Production');

CREATE VIEW st_kpi_mart.kpi_daily_regional_consolidated AS
SELECT k.kpi_date,
       coalesce(m.region_key, 'UNCLAIMED')                   AS region_key,
       coalesce(m.region_label, 'Not claimed by any region') AS region_label,
       sum(k.leads)                AS total_leads,
       sum(k.collected_amount)     AS total_collections,
       sum(k.sales_opportunities)  AS total_estimates,
       sum(k.closed_opportunities) AS total_booked,
       sum(k.closed_opportunities) / nullif(sum(k.sales_opportunities), 0) AS region_close_rate,
       sum(k.completed_est)        AS total_completed_est,
       sum(k.wbr_total_sales)      AS total_wbr_sales,
       sum(k.wbr_total_sales) / nullif(sum(k.closed_opportunities), 0) AS region_avg_closed_sale,
       sum(k.completed_jobs)       AS total_completed_jobs,
       sum(k.job_subtotal)         AS total_job_revenue,
       sum(k.job_costs)            AS total_job_costs,
       (sum(k.job_subtotal) - sum(k.job_costs)) * 100.0 / nullif(sum(k.job_subtotal), 0) AS region_gross_margin_pct
FROM st_kpi_mart.kpi_daily_consolidated k
LEFT JOIN st_kpi_mart.dim_regional_bu_map m ON k.bu_key = m.bu_key
GROUP BY k.kpi_date, m.region_key, m.region_label;
COMMENT ON VIEW st_kpi_mart.kpi_daily_regional_consolidated IS 'For dashboards: sales and production together, a row per day and region. Every rate comes from the sums. Business units that no region claims have a row of their own.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.kpi_date IS 'The day.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.region_key IS 'Short name of the region; UNCLAIMED for business units that none claims.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.region_label IS 'Name of the region.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_leads IS 'Leads.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_collections IS 'Payments, refunds included.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_estimates IS 'Sales opportunities.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_booked IS 'Closed opportunities.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.region_close_rate IS 'total_booked / total_estimates, as a fraction.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_completed_est IS 'Completed estimates.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_wbr_sales IS 'Sold estimates, as an amount.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.region_avg_closed_sale IS 'total_wbr_sales / total_booked.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_completed_jobs IS 'Jobs of production.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_job_revenue IS 'Their amounts before tax.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.total_job_costs IS 'Their costs.';
COMMENT ON COLUMN st_kpi_mart.kpi_daily_regional_consolidated.region_gross_margin_pct IS '(total_job_revenue - total_job_costs) / total_job_revenue, in percent.';
