-- name: begin
-- All of it is as of one moment, whatever is loaded meanwhile.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;

-- name: limit-stall
-- A transaction would keep the dead rows of all tables for as long as somebody's pipe stalls.
SELECT set_config('idle_in_transaction_session_timeout', :longest_stall, true);

-- name: unknown-regions
SELECT region_id
FROM unnest(:region_ids::bigint[]) asked (region_id)
WHERE region_id NOT IN (SELECT region_id FROM tracktik.current_regions)
ORDER BY region_id;
