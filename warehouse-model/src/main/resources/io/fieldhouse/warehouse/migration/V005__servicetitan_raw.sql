-- What ServiceTitan sends, kept whole: entities in st_raw_v2, report rows in st_raw.
-- The columns of st_raw_v2 carry the vendor's own field names, which PostgreSQL folds to lower case: a query
-- that says j.businessUnitId runs as it stands.

CREATE SCHEMA st_raw_v2;
COMMENT ON SCHEMA st_raw_v2 IS 'ServiceTitan''s entities as it sends them, one row each, the whole JSON beside the columns.';

CREATE TABLE st_raw_v2.raw_jobs (
    id                 bigint PRIMARY KEY,
    jobNumber          text,
    projectId          bigint,
    customerId         bigint,
    locationId         bigint,
    jobStatus          text,
    completedOn        timestamptz,
    businessUnitId     bigint,
    jobTypeId          bigint,
    campaignId         bigint,
    priority           text,
    appointmentCount   integer,
    firstAppointmentId bigint,
    lastAppointmentId  bigint,
    recallForId        bigint,
    warrantyId         bigint,
    noCharge           boolean,
    soldById           bigint,
    invoiceId          bigint,
    membershipId       bigint,
    total              numeric
);
COMMENT ON TABLE st_raw_v2.raw_jobs IS 'Jobs. A job has no start of its own: see st_dim.dim_jobs.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.id IS 'ServiceTitan''s id of the job.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.jobNumber IS 'The number that people see, and that reports name the job by.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.projectId IS 'Id of its project.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.customerId IS 'Id of the customer.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.locationId IS 'Id of the location.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.jobStatus IS 'Scheduled, Dispatched, InProgress, Hold, Completed or Canceled.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.completedOn IS 'When it was completed.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.businessUnitId IS 'Id of its business unit.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.jobTypeId IS 'Id of its job type.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.campaignId IS 'Id of the campaign that brought it.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.priority IS 'Priority.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.appointmentCount IS 'How many appointments it has.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.firstAppointmentId IS 'Id of the first appointment: the job starts when it does.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.lastAppointmentId IS 'Id of the last appointment.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.recallForId IS 'Id of the job that it is a recall for.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.warrantyId IS 'Id of the job that it is warranty work for.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.noCharge IS 'Whether it is not charged.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.soldById IS 'Id of who sold it.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.invoiceId IS 'Id of its invoice.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.membershipId IS 'Id of the membership it is done under.';
COMMENT ON COLUMN st_raw_v2.raw_jobs.total IS 'Total of the job.';

CREATE TABLE st_raw_v2.raw_appointments (
    id                 bigint PRIMARY KEY,
    jobId              bigint,
    customerId         bigint,
    appointmentNumber  text,
    startsOn           timestamptz,
    endsOn             timestamptz,
    arrivalWindowStart timestamptz,
    arrivalWindowEnd   timestamptz,
    status             text,
    unused             boolean,
    isConfirmed        boolean
);
COMMENT ON TABLE st_raw_v2.raw_appointments IS 'Appointments.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.id IS 'ServiceTitan''s id of the appointment.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.jobId IS 'Id of its job.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.customerId IS 'Id of the customer.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.appointmentNumber IS 'The number that people see.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.startsOn IS 'Scheduled start (the vendor''s start).';
COMMENT ON COLUMN st_raw_v2.raw_appointments.endsOn IS 'Scheduled end (the vendor''s end, a reserved word here).';
COMMENT ON COLUMN st_raw_v2.raw_appointments.arrivalWindowStart IS 'Earliest promised arrival.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.arrivalWindowEnd IS 'Latest promised arrival.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.status IS 'Scheduled, Dispatched, Working, Hold, Done or Canceled.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.unused IS 'Whether nothing was done in it.';
COMMENT ON COLUMN st_raw_v2.raw_appointments.isConfirmed IS 'Whether the customer confirmed it.';

CREATE TABLE st_raw_v2.raw_estimates (
    id               bigint PRIMARY KEY,
    jobId            bigint,
    projectId        bigint,
    locationId       bigint,
    customerId       bigint,
    name             text,
    jobNumber        text,
    status           text,
    reviewStatus     text,
    soldOn           timestamptz,
    soldBy           bigint,
    subtotal         numeric,
    tax              numeric,
    businessUnitId   bigint,
    businessUnitName text,
    isRecommended    boolean,
    isChangeOrder    boolean
);
COMMENT ON TABLE st_raw_v2.raw_estimates IS 'Estimates.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.id IS 'ServiceTitan''s id of the estimate.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.jobId IS 'Id of its job.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.projectId IS 'Id of its project.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.locationId IS 'Id of the location.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.customerId IS 'Id of the customer.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.name IS 'Name of the estimate.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.jobNumber IS 'The job''s number.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.status IS 'Open, Sold or Dismissed.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.reviewStatus IS 'Where its review stands.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.soldOn IS 'When it was sold.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.soldBy IS 'Id of who sold it.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.subtotal IS 'Amount before tax.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.tax IS 'Tax.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.businessUnitId IS 'Id of its business unit.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.businessUnitName IS 'Name of its business unit, as the estimate has it.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.isRecommended IS 'Whether it is the recommended one.';
COMMENT ON COLUMN st_raw_v2.raw_estimates.isChangeOrder IS 'Whether it changes an order.';

CREATE TABLE st_raw_v2.raw_invoices (
    id                   bigint PRIMARY KEY,
    referenceNumber      text,
    invoiceDate          date,
    dueDate              date,
    subTotal             numeric,
    salesTax             numeric,
    total                numeric,
    balance              numeric,
    discountTotal        numeric,
    customerId           bigint,
    locationId           bigint,
    businessUnitId       bigint,
    businessUnitName     text,
    jobId                bigint,
    jobNumber            text,
    projectId            bigint,
    adjustmentToId       bigint,
    invoiceTypeId        bigint,
    invoiceConfiguration text,
    reviewStatus         text,
    sentStatus           text,
    syncStatus           text,
    depositedOn          timestamptz,
    paidOn               timestamptz
);
COMMENT ON TABLE st_raw_v2.raw_invoices IS 'Invoices.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.id IS 'ServiceTitan''s id of the invoice.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.referenceNumber IS 'The number that people see.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.invoiceDate IS 'Day of the invoice, as it stands in the answer: never shifted to another zone.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.dueDate IS 'Day it is due, as it stands in the answer.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.subTotal IS 'Amount before tax.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.salesTax IS 'Tax.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.total IS 'Amount with tax.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.balance IS 'What is still to be paid.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.discountTotal IS 'Discounts.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.customerId IS 'Id of the customer.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.locationId IS 'Id of the location.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.businessUnitId IS 'Id of its business unit.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.businessUnitName IS 'Name of its business unit, as the invoice has it.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.jobId IS 'Id of its job; empty for invoices without one.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.jobNumber IS 'The job''s number.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.projectId IS 'Id of its project.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.adjustmentToId IS 'Id of the invoice that it adjusts.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.invoiceTypeId IS 'Id of its type.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.invoiceConfiguration IS 'JobInvoice, ProjectInvoice, CounterSales, MembershipInvoice, InterestChargeInvoice or ARImportInvoice.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.reviewStatus IS 'Where its review stands.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.sentStatus IS 'Whether it was sent.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.syncStatus IS 'Whether accounting has it.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.depositedOn IS 'When its money was deposited.';
COMMENT ON COLUMN st_raw_v2.raw_invoices.paidOn IS 'When it was paid in full.';

CREATE TABLE st_raw_v2.raw_payments (
    id                bigint PRIMARY KEY,
    date              date,
    total             numeric,
    unappliedAmount   numeric,
    type              text,
    typeId            bigint,
    businessUnitId    bigint,
    businessUnitName  text,
    customerId        bigint,
    referenceNumber   text,
    refundedPaymentId bigint
);
COMMENT ON TABLE st_raw_v2.raw_payments IS 'Payments. Which invoices each one pays is in raw -> ''appliedTo''.';
COMMENT ON COLUMN st_raw_v2.raw_payments.id IS 'ServiceTitan''s id of the payment.';
COMMENT ON COLUMN st_raw_v2.raw_payments.date IS 'Day it was paid, as it stands in the answer: never shifted to another zone.';
COMMENT ON COLUMN st_raw_v2.raw_payments.total IS 'Amount; negative for a refund.';
COMMENT ON COLUMN st_raw_v2.raw_payments.unappliedAmount IS 'The part that pays no invoice.';
COMMENT ON COLUMN st_raw_v2.raw_payments.type IS 'How it was paid.';
COMMENT ON COLUMN st_raw_v2.raw_payments.typeId IS 'Id of how it was paid.';
COMMENT ON COLUMN st_raw_v2.raw_payments.businessUnitId IS 'Id of the business unit that took it, which need not be the one that earned it.';
COMMENT ON COLUMN st_raw_v2.raw_payments.businessUnitName IS 'Name of the business unit that took it.';
COMMENT ON COLUMN st_raw_v2.raw_payments.customerId IS 'Id of the customer.';
COMMENT ON COLUMN st_raw_v2.raw_payments.referenceNumber IS 'The number that people see.';
COMMENT ON COLUMN st_raw_v2.raw_payments.refundedPaymentId IS 'Id of the payment that it refunds.';

CREATE TABLE st_raw_v2.raw_business_units (
    id           bigint PRIMARY KEY,
    name         text,
    officialName text,
    currency     text
);
COMMENT ON TABLE st_raw_v2.raw_business_units IS 'Business units as they are now; their history is in st_dim.dim_business_units.';
COMMENT ON COLUMN st_raw_v2.raw_business_units.id IS 'ServiceTitan''s id of the business unit.';
COMMENT ON COLUMN st_raw_v2.raw_business_units.name IS 'Name, to the character: every KPI goes by it.';
COMMENT ON COLUMN st_raw_v2.raw_business_units.officialName IS 'Official name.';
COMMENT ON COLUMN st_raw_v2.raw_business_units.currency IS 'Currency.';

CREATE TABLE st_raw_v2.raw_job_types (
    id            bigint PRIMARY KEY,
    name          text,
    soldThreshold numeric,
    class         text,
    noCharge      boolean
);
COMMENT ON TABLE st_raw_v2.raw_job_types IS 'Job types as they are now; their history is in st_dim.dim_job_types.';
COMMENT ON COLUMN st_raw_v2.raw_job_types.id IS 'ServiceTitan''s id of the job type.';
COMMENT ON COLUMN st_raw_v2.raw_job_types.name IS 'Name, to the character: every KPI goes by it.';
COMMENT ON COLUMN st_raw_v2.raw_job_types.soldThreshold IS 'From which amount on such a job counts as sold.';
COMMENT ON COLUMN st_raw_v2.raw_job_types.class IS 'Class.';
COMMENT ON COLUMN st_raw_v2.raw_job_types.noCharge IS 'Whether such jobs are not charged.';

CREATE TABLE st_raw_v2.raw_campaigns (
    id           bigint PRIMARY KEY,
    name         text,
    categoryId   bigint,
    categoryName text,
    source       text,
    medium       text,
    businessUnit text
);
COMMENT ON TABLE st_raw_v2.raw_campaigns IS 'Campaigns as they are now; their history is in st_dim.dim_campaigns.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.id IS 'ServiceTitan''s id of the campaign.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.name IS 'Name.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.categoryId IS 'Id of its category.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.categoryName IS 'Name of its category.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.source IS 'Source.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.medium IS 'Medium.';
COMMENT ON COLUMN st_raw_v2.raw_campaigns.businessUnit IS 'Its business unit, by name.';

DO $$
DECLARE
    entity regclass;
BEGIN
    FOR entity IN SELECT oid FROM pg_class WHERE relnamespace = 'st_raw_v2'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format(
            'ALTER TABLE %s
                 ADD COLUMN active     boolean,
                 ADD COLUMN createdOn  timestamptz,
                 ADD COLUMN modifiedOn timestamptz,
                 ADD COLUMN raw        jsonb       NOT NULL,
                 ADD COLUMN run_id     bigint,
                 ADD COLUMN loaded_at  timestamptz NOT NULL DEFAULT now()', entity);
        EXECUTE format('COMMENT ON COLUMN %s.active IS ''Whether ServiceTitan still counts it; deleted ones stay here, inactive.''', entity);
        EXECUTE format('COMMENT ON COLUMN %s.createdOn IS ''When it was created.''', entity);
        EXECUTE format('COMMENT ON COLUMN %s.modifiedOn IS ''When it was last changed; an older copy never replaces a newer one.''', entity);
        EXECUTE format('COMMENT ON COLUMN %s.raw IS ''The whole JSON as ServiceTitan sent it; may hold personal data.''', entity);
        EXECUTE format('COMMENT ON COLUMN %s.run_id IS ''The attempt in etl.etl_run_log that last wrote this row.''', entity);
        EXECUTE format('COMMENT ON COLUMN %s.loaded_at IS ''When this row was last written.''', entity);
    END LOOP;
END
$$;

CREATE INDEX raw_jobs_by_creation ON st_raw_v2.raw_jobs (createdOn);
CREATE INDEX raw_jobs_by_completion ON st_raw_v2.raw_jobs (completedOn);
CREATE INDEX raw_appointments_by_job ON st_raw_v2.raw_appointments (jobId);
CREATE INDEX raw_estimates_by_job ON st_raw_v2.raw_estimates (jobId);
CREATE INDEX raw_estimates_by_sale ON st_raw_v2.raw_estimates (soldOn);
CREATE INDEX raw_invoices_by_job ON st_raw_v2.raw_invoices (jobId);
CREATE INDEX raw_payments_by_date ON st_raw_v2.raw_payments (date);

CREATE SCHEMA st_raw;
COMMENT ON SCHEMA st_raw IS 'Rows of ServiceTitan''s reports, the best one per key, the whole row beside the columns.';

CREATE TABLE st_raw.raw_leads (
    job_id         text NOT NULL,
    bu_key         text NOT NULL,
    job_created_on date,
    customer_name  text,
    job_type       text,
    PRIMARY KEY (job_id, bu_key)
);
COMMENT ON TABLE st_raw.raw_leads IS 'The leads report: jobs by the day they were created. Of overlapping windows the latest job_created_on stays, then the latest load.';
COMMENT ON COLUMN st_raw.raw_leads.job_id IS 'The job, as the report names it.';
COMMENT ON COLUMN st_raw.raw_leads.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_leads.job_created_on IS 'Day the job was created, as it stands in the report.';
COMMENT ON COLUMN st_raw.raw_leads.customer_name IS 'Name of the customer; personal data.';
COMMENT ON COLUMN st_raw.raw_leads.job_type IS 'Job type, by name.';

CREATE TABLE st_raw.raw_daily_wbr_v2 (
    event_date           date   NOT NULL,
    bu_name              text   NOT NULL,
    estimator            text,
    sales_opportunities  bigint,
    closed_opportunities bigint,
    completed_est        bigint,
    close_rate           numeric,
    total_sales          numeric,
    avg_closed_sale      numeric,
    CONSTRAINT raw_daily_wbr_v2_one_row_a_key UNIQUE NULLS NOT DISTINCT (event_date, bu_name, estimator)
);
COMMENT ON TABLE st_raw.raw_daily_wbr_v2 IS 'The daily WBR report by estimator. Of overlapping windows the highest total_sales stays, then avg_closed_sale, then the latest load.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.event_date IS 'The day reported on.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.bu_name IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.estimator IS 'Estimator, by name; the report leaves it empty for some rows.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.sales_opportunities IS 'Sales opportunities.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.closed_opportunities IS 'Of these, closed.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.completed_est IS 'Completed estimates.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.close_rate IS 'Close rate as reported, a fraction; never averaged.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.total_sales IS 'Sold estimates, as an amount.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_v2.avg_closed_sale IS 'Average closed sale as reported.';

CREATE TABLE st_raw.raw_daily_wbr_consolidated (
    event_date           date   NOT NULL,
    bu_name              text   NOT NULL,
    sales_opportunities  bigint,
    closed_opportunities bigint,
    completed_est        bigint,
    close_rate           numeric,
    total_sales          numeric,
    avg_closed_sale      numeric,
    PRIMARY KEY (event_date, bu_name)
);
COMMENT ON TABLE st_raw.raw_daily_wbr_consolidated IS 'The weekly WBR report by business unit. Of overlapping windows the latest load stays.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.event_date IS 'The day reported on.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.bu_name IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.sales_opportunities IS 'Sales opportunities.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.closed_opportunities IS 'Of these, closed.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.completed_est IS 'Completed estimates.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.close_rate IS 'Close rate as reported, a fraction; never averaged.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.total_sales IS 'Sold estimates, as an amount.';
COMMENT ON COLUMN st_raw.raw_daily_wbr_consolidated.avg_closed_sale IS 'Average closed sale as reported.';

CREATE TABLE st_raw.raw_foreman (
    job_id          text NOT NULL,
    bu_key          text NOT NULL,
    job_start       date,
    job_type        text,
    job_subtotal    numeric,
    job_total_costs numeric,
    job_gm_pct      numeric,
    PRIMARY KEY (job_id, bu_key)
);
COMMENT ON TABLE st_raw.raw_foreman IS 'The foreman (job-costing) report: jobs by the day they start. Of overlapping windows the latest load stays.';
COMMENT ON COLUMN st_raw.raw_foreman.job_id IS 'The job, as the report names it.';
COMMENT ON COLUMN st_raw.raw_foreman.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_foreman.job_start IS 'Day the job starts, as it stands in the report.';
COMMENT ON COLUMN st_raw.raw_foreman.job_type IS 'Job type, by name.';
COMMENT ON COLUMN st_raw.raw_foreman.job_subtotal IS 'Amount before tax.';
COMMENT ON COLUMN st_raw.raw_foreman.job_total_costs IS 'Labour, adjustments, material and equipment, less returns.';
COMMENT ON COLUMN st_raw.raw_foreman.job_gm_pct IS 'Gross margin as reported, a fraction; never averaged.';

CREATE TABLE st_raw.raw_collections (
    collection_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bu_key        text NOT NULL,
    payment_date  date,
    amount        numeric,
    job_id        text
);
CREATE INDEX raw_collections_by_window ON st_raw.raw_collections (bu_key, payment_date);
COMMENT ON TABLE st_raw.raw_collections IS 'The collections report. It has no key: every payment is kept, equal ones too.';
COMMENT ON COLUMN st_raw.raw_collections.collection_id IS 'Number of the row here; the report has none.';
COMMENT ON COLUMN st_raw.raw_collections.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_collections.payment_date IS 'Day it was paid, as it stands in the report.';
COMMENT ON COLUMN st_raw.raw_collections.amount IS 'Amount; negative for a refund.';
COMMENT ON COLUMN st_raw.raw_collections.job_id IS 'The job, as the report names it.';

CREATE TABLE st_raw.raw_future_bookings (
    job_id         text NOT NULL,
    bu_key         text NOT NULL,
    scheduled_date date,
    job_subtotal   numeric,
    PRIMARY KEY (job_id, bu_key)
);
COMMENT ON TABLE st_raw.raw_future_bookings IS 'The future-bookings report: jobs by the day they are scheduled for. Of overlapping windows the latest load stays.';
COMMENT ON COLUMN st_raw.raw_future_bookings.job_id IS 'The job, as the report names it.';
COMMENT ON COLUMN st_raw.raw_future_bookings.bu_key IS 'Business unit, by name.';
COMMENT ON COLUMN st_raw.raw_future_bookings.scheduled_date IS 'Day it is scheduled for, as it stands in the report.';
COMMENT ON COLUMN st_raw.raw_future_bookings.job_subtotal IS 'Amount before tax.';

DO $$
DECLARE
    feed regclass;
BEGIN
    FOR feed IN SELECT oid FROM pg_class WHERE relnamespace = 'st_raw'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format(
            'ALTER TABLE %s
                 ADD COLUMN window_from date        NOT NULL,
                 ADD COLUMN window_to   date        NOT NULL,
                 ADD COLUMN raw         jsonb       NOT NULL,
                 ADD COLUMN run_id      bigint,
                 ADD COLUMN loaded_at   timestamptz NOT NULL DEFAULT now(),
                 ADD CHECK (window_from <= window_to)', feed);
        EXECUTE format('COMMENT ON COLUMN %s.window_from IS ''First day of the window that it was reported in.''', feed);
        EXECUTE format('COMMENT ON COLUMN %s.window_to IS ''Last day of that window, included.''', feed);
        EXECUTE format('COMMENT ON COLUMN %s.raw IS ''The whole row as reported, by column name; may hold personal data.''', feed);
        EXECUTE format('COMMENT ON COLUMN %s.run_id IS ''The attempt in etl.etl_run_log that wrote this row.''', feed);
        EXECUTE format('COMMENT ON COLUMN %s.loaded_at IS ''When this row was written.''', feed);
    END LOOP;
END
$$;
