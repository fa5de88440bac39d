-- TrackTik's dimensions: versions of a natural key over [valid_from, valid_to).

CREATE SCHEMA tracktik;
COMMENT ON SCHEMA tracktik IS 'The guard workforce: dimensions with history, facts by billing period, summaries.';

CREATE TABLE tracktik.dim_regions (
    region_key       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region_id        bigint NOT NULL,
    custom_id        text,
    name             text,
    company          text,
    status           text,
    parent_region_id bigint,
    time_zone        text
);
CALL etl.make_dimension('tracktik.dim_regions', 'region_key', 'region_id');
COMMENT ON TABLE tracktik.dim_regions IS 'Regions, with the tree they form.';
COMMENT ON COLUMN tracktik.dim_regions.region_id IS 'TrackTik''s id of the region.';
COMMENT ON COLUMN tracktik.dim_regions.custom_id IS 'The owner''s own id of it; may be a bare number.';
COMMENT ON COLUMN tracktik.dim_regions.name IS 'Name; a sub-region''s need not contain its parent''s.';
COMMENT ON COLUMN tracktik.dim_regions.company IS 'Company name shown for the region.';
COMMENT ON COLUMN tracktik.dim_regions.status IS 'ACTIVE, INACTIVE or CLOSED.';
COMMENT ON COLUMN tracktik.dim_regions.parent_region_id IS 'TrackTik''s id of the parent; empty at the top.';
COMMENT ON COLUMN tracktik.dim_regions.time_zone IS 'IANA time zone of the region.';

CREATE TABLE tracktik.dim_clients (
    client_key       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id        bigint NOT NULL,
    custom_id        text,
    name             text,
    type             text,
    status           text,
    region_id        bigint,
    parent_client_id bigint,
    time_zone        text,
    closed_on        date,
    address_line_1   text,
    address_line_2   text,
    city             text,
    state            text,
    postal_code      text,
    country          text,
    latitude         numeric,
    longitude        numeric
);
CALL etl.make_dimension('tracktik.dim_clients', 'client_key', 'client_id');
COMMENT ON TABLE tracktik.dim_clients IS 'Clients and their sites. Closed ones are here too: facts of the past point to them.';
COMMENT ON COLUMN tracktik.dim_clients.client_id IS 'TrackTik''s id of the client, which is also the id of its account.';
COMMENT ON COLUMN tracktik.dim_clients.custom_id IS 'The owner''s building code of the site.';
COMMENT ON COLUMN tracktik.dim_clients.name IS 'Name of the site.';
COMMENT ON COLUMN tracktik.dim_clients.type IS 'CLIENT, SERVICE_LOCATION or MULTI_LOCATION_CLIENT.';
COMMENT ON COLUMN tracktik.dim_clients.status IS 'ACTIVE, INACTIVE (hidden, may still be worked at) or CLOSED.';
COMMENT ON COLUMN tracktik.dim_clients.region_id IS 'TrackTik''s id of the region it lies in.';
COMMENT ON COLUMN tracktik.dim_clients.parent_client_id IS 'TrackTik''s id of the client it belongs to.';
COMMENT ON COLUMN tracktik.dim_clients.time_zone IS 'IANA time zone of the site: the one its business days are counted in.';
COMMENT ON COLUMN tracktik.dim_clients.closed_on IS 'The day it closed.';
COMMENT ON COLUMN tracktik.dim_clients.address_line_1 IS 'Address of the site, first line.';
COMMENT ON COLUMN tracktik.dim_clients.address_line_2 IS 'Address of the site, second line.';
COMMENT ON COLUMN tracktik.dim_clients.city IS 'City of the site.';
COMMENT ON COLUMN tracktik.dim_clients.state IS 'State of the site.';
COMMENT ON COLUMN tracktik.dim_clients.postal_code IS 'Postal code of the site.';
COMMENT ON COLUMN tracktik.dim_clients.country IS 'Country of the site.';
COMMENT ON COLUMN tracktik.dim_clients.latitude IS 'Latitude of the site, in degrees.';
COMMENT ON COLUMN tracktik.dim_clients.longitude IS 'Longitude of the site, in degrees.';

CREATE TABLE tracktik.dim_positions (
    position_key      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    position_id       bigint NOT NULL,
    custom_id         text,
    name              text,
    status            text,
    client_id         bigint,
    contract_id       bigint,
    non_billable      boolean,
    begins_on         date,
    ends_on           date,
    pay_code_id       bigint,
    pay_code_override text
);
CALL etl.make_dimension('tracktik.dim_positions', 'position_key', 'position_id');
COMMENT ON TABLE tracktik.dim_positions IS 'Positions (posts): what is staffed at a site. A shift reaches its site and region through its position.';
COMMENT ON COLUMN tracktik.dim_positions.position_id IS 'TrackTik''s id of the position.';
COMMENT ON COLUMN tracktik.dim_positions.custom_id IS 'The owner''s own id of it.';
COMMENT ON COLUMN tracktik.dim_positions.name IS 'Name of the position.';
COMMENT ON COLUMN tracktik.dim_positions.status IS 'ACTIVE or INACTIVE.';
COMMENT ON COLUMN tracktik.dim_positions.client_id IS 'TrackTik''s id of its site (the position''s account); some positions have none.';
COMMENT ON COLUMN tracktik.dim_positions.contract_id IS 'TrackTik''s id of its contract; without one it is not billed.';
COMMENT ON COLUMN tracktik.dim_positions.non_billable IS 'Whether it is marked as not billed.';
COMMENT ON COLUMN tracktik.dim_positions.begins_on IS 'First day it is staffed.';
COMMENT ON COLUMN tracktik.dim_positions.ends_on IS 'Last day it is staffed.';
COMMENT ON COLUMN tracktik.dim_positions.pay_code_id IS 'TrackTik''s id of its pay code.';
COMMENT ON COLUMN tracktik.dim_positions.pay_code_override IS 'OT, DBL or HOL where every hour of it counts as such.';

CREATE TABLE tracktik.dim_employees (
    employee_key          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employee_id           bigint NOT NULL,
    custom_id             text,
    first_name            text,
    last_name             text,
    job_title             text,
    status                text,
    region_id             bigint,
    employment_profile_id bigint,
    email                 text,
    primary_phone         text,
    secondary_phone       text
);
CALL etl.make_dimension('tracktik.dim_employees', 'employee_key', 'employee_id');
COMMENT ON TABLE tracktik.dim_employees IS 'Employees. Those who left are here too: facts of the past point to them.';
COMMENT ON COLUMN tracktik.dim_employees.employee_id IS 'TrackTik''s id of the employee.';
COMMENT ON COLUMN tracktik.dim_employees.custom_id IS 'The owner''s own id of the employee.';
COMMENT ON COLUMN tracktik.dim_employees.first_name IS 'First name.';
COMMENT ON COLUMN tracktik.dim_employees.last_name IS 'Last name.';
COMMENT ON COLUMN tracktik.dim_employees.job_title IS 'Job title.';
COMMENT ON COLUMN tracktik.dim_employees.status IS 'ACTIVE, INACTIVE, TERMINATED or BANNED.';
COMMENT ON COLUMN tracktik.dim_employees.region_id IS 'TrackTik''s id of the home region; where somebody worked is in the facts.';
COMMENT ON COLUMN tracktik.dim_employees.employment_profile_id IS 'TrackTik''s id of the employment profile.';
COMMENT ON COLUMN tracktik.dim_employees.email IS 'Contact detail: loaded only when asked for, untracked, hidden from the reader role.';
COMMENT ON COLUMN tracktik.dim_employees.primary_phone IS 'Contact detail: loaded only when asked for, untracked, hidden from the reader role.';
COMMENT ON COLUMN tracktik.dim_employees.secondary_phone IS 'Contact detail: loaded only when asked for, untracked, hidden from the reader role.';

CREATE TABLE tracktik.dim_pay_codes (
    pay_code_key             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pay_code_id              bigint NOT NULL,
    code                     text,
    name                     text,
    status                   text,
    type                     text,
    multiplier               numeric,
    extra_charge             numeric,
    payable                  boolean,
    billable                 boolean,
    impacts_overtime         boolean,
    is_global                boolean,
    available_in_sub_regions boolean,
    region_id                bigint
);
CALL etl.make_dimension('tracktik.dim_pay_codes', 'pay_code_key', 'pay_code_id');
COMMENT ON TABLE tracktik.dim_pay_codes IS 'Pay codes (TrackTik''s payroll codes).';
COMMENT ON COLUMN tracktik.dim_pay_codes.pay_code_id IS 'TrackTik''s id of the pay code.';
COMMENT ON COLUMN tracktik.dim_pay_codes.code IS 'The code, as payroll knows it.';
COMMENT ON COLUMN tracktik.dim_pay_codes.name IS 'Name.';
COMMENT ON COLUMN tracktik.dim_pay_codes.status IS 'ACTIVE or INACTIVE.';
COMMENT ON COLUMN tracktik.dim_pay_codes.type IS 'NORMAL, MULTIPLIER or ADDITION.';
COMMENT ON COLUMN tracktik.dim_pay_codes.multiplier IS 'What the rate is multiplied with.';
COMMENT ON COLUMN tracktik.dim_pay_codes.extra_charge IS 'What is added to the rate.';
COMMENT ON COLUMN tracktik.dim_pay_codes.payable IS 'Whether its hours are paid.';
COMMENT ON COLUMN tracktik.dim_pay_codes.billable IS 'Whether its hours are billed.';
COMMENT ON COLUMN tracktik.dim_pay_codes.impacts_overtime IS 'Whether its hours count towards overtime.';
COMMENT ON COLUMN tracktik.dim_pay_codes.is_global IS 'Whether it holds in every region.';
COMMENT ON COLUMN tracktik.dim_pay_codes.available_in_sub_regions IS 'Whether it holds in the sub-regions of its region.';
COMMENT ON COLUMN tracktik.dim_pay_codes.region_id IS 'TrackTik''s id of the region it belongs to.';

CREATE TABLE tracktik.dim_billing_codes (
    billing_code_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    billing_code_id  bigint NOT NULL,
    custom_id        text,
    name             text,
    status           text,
    is_global        boolean,
    region_id        bigint
);
CALL etl.make_dimension('tracktik.dim_billing_codes', 'billing_code_key', 'billing_code_id');
COMMENT ON TABLE tracktik.dim_billing_codes IS 'Billing codes (TrackTik''s bill items).';
COMMENT ON COLUMN tracktik.dim_billing_codes.billing_code_id IS 'TrackTik''s id of the billing code.';
COMMENT ON COLUMN tracktik.dim_billing_codes.custom_id IS 'Its account in the owner''s chart of accounts.';
COMMENT ON COLUMN tracktik.dim_billing_codes.name IS 'Name.';
COMMENT ON COLUMN tracktik.dim_billing_codes.status IS 'Status; the vendor calls it deprecated.';
COMMENT ON COLUMN tracktik.dim_billing_codes.is_global IS 'Whether it holds in every region.';
COMMENT ON COLUMN tracktik.dim_billing_codes.region_id IS 'TrackTik''s id of the region it belongs to.';
