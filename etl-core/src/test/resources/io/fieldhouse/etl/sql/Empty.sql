\set table tracktik.fact_shifts
