-- name: all
SELECT region_id, custom_id, name, parent_region_id FROM tracktik.current_regions ORDER BY 1;
