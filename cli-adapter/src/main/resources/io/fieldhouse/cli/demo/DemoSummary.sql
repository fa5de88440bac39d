-- name: hours
SELECT region, sites, shifts, scheduled_hours AS scheduled, worked_hours AS worked, pay_amount AS pay,
       bill_amount AS bill, bill_amount - pay_amount AS margin
FROM tracktik.region_period_summary WHERE period_id = :period_id ORDER BY region;

-- name: exceptions
SELECT exception, count(*) AS shifts, round(sum(minutes) / 60, 2) AS hours
FROM tracktik.attendance_exceptions WHERE period_id = :period_id GROUP BY exception ORDER BY exception;

-- name: history
SELECT name, valid_from, valid_to
FROM tracktik.dim_clients
WHERE client_id IN (SELECT client_id FROM tracktik.dim_clients GROUP BY client_id HAVING count(*) > 1)
ORDER BY client_id, valid_from LIMIT 4;
