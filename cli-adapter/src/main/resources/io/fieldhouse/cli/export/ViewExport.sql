-- name: read-only
SET TRANSACTION READ ONLY;

-- name: begin
-- Times are those of UTC, wherever the export is made.
SELECT set_config('TimeZone', 'UTC', true), set_config('export.first_period', :first, true),
       set_config('export.last_period', :last, true), set_config('export.regions', :ids, true);
