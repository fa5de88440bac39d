-- Most of this is wrong, for SqlResourcesIT.
\set table tracktik.fact_shifts
\set condition 'region_id = :region AND status <> ''CANCELLED'''
\set wrong 'regionn_id = :region'
\set plain two words
\set unused tracktik.fact_billing

-- name: make
-- Made with no more than nulls.
CREATE TEMP TABLE made ON COMMIT DROP AS SELECT :id::bigint AS id;

-- name: use
SELECT m.id FROM made m JOIN :table f ON f.shift_id = m.id WHERE :condition;

-- name: unknown-column
SELECT shift_idd FROM :table;

-- name: unknown-fragment
SELECT shift_id FROM :tabel WHERE :condition;

-- name: unknown-type
SELECT jsonb_build_object('id', :id);

-- name: in-a-fragment
SELECT shift_id FROM :table WHERE :wrong;

-- name: goes-on
INSERT INTO made SELECT shift_id FROM :table WHERE :condition AND shift_id = ANY (:ids::bigint[]);
