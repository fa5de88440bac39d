\set fact 'tracktik.fact_billing'
\set columns 'period_id, region_id, region_key, shift_count, run_id'
\set new_values 'n.period_id, n.region_id, n.region_key, n.shift_count, :run_id'
\set assignments 'region_key = n.region_key, shift_count = n.shift_count, run_id = :run_id, loaded_at = now()'
\set first_cell_column 'period_id'
\set same_row 'f.period_id = n.period_id AND f.region_id = n.region_id'
\set old_compared 'f.region_key, f.shift_count'
\set new_compared 'n.region_key, n.shift_count'
\set cell_columns 'f.period_id, f.region_id'
\set in_cells 'f.period_id = :cell_a AND f.region_id = :cell_b'
\set source 'tracktik.fact_billing'
\set keys 'tracktik.fact_billing'

-- name: allow-memory
SELECT count(set_config('work_mem', '64MB', true))
WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')

-- name: count
SELECT count(*) FROM :fact f WHERE :in_cells

-- name: delete-vanished
WITH gone AS (
    DELETE FROM :fact f
    WHERE :in_cells AND NOT EXISTS (SELECT FROM :keys n WHERE :same_row)
    RETURNING :cell_columns)
SELECT f.*, count(*) FROM gone f GROUP BY :cell_columns

-- name: insert
INSERT INTO :fact (:columns) SELECT :new_values FROM :source n

-- name: merge
-- What is as it was goes no further than the first join: a merge would fetch each of its rows, to leave it as it is.
MERGE INTO :fact f
USING (SELECT n.*
       FROM :source n LEFT JOIN :fact f ON :in_cells AND :same_row
       WHERE f.:first_cell_column IS NULL OR (:old_compared) IS DISTINCT FROM (:new_compared)) n
ON :in_cells AND :same_row
WHEN MATCHED THEN UPDATE SET :assignments
WHEN NOT MATCHED THEN INSERT (:columns) VALUES (:new_values)

-- name: written-cells
SELECT :cell_columns, count(*) FROM :fact f WHERE :in_cells AND f.run_id = :run_id GROUP BY :cell_columns
