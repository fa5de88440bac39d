-- name: add
INSERT INTO tracktik.reconciliations (period_id, region_ids, made_at, worker, file_name, file_sha256, mapping,
                                      hours_tolerance, amount_tolerance, relative_tolerance)
VALUES (:period_id, :region_ids::bigint[], :made_at, :worker, :file_name, :file_sha256,
        jsonb_object(:keys::text[], :texts::text[]), :hours_tolerance, :amount_tolerance, :relative_tolerance)
RETURNING reconciliation_id;

-- name: made
SELECT r.*, p.label
FROM tracktik.reconciliations r JOIN tracktik.billing_periods p USING (period_id)
WHERE reconciliation_id = :reconciliation_id;

-- name: totals
SELECT NULL::bigint AS region_id, NULL AS region, measure,
       coalesce(sum(here), 0) AS here, coalesce(sum(there), 0) AS there, sum(difference) AS difference
FROM tracktik.reconciliation_rows
WHERE reconciliation_id = :reconciliation_id
GROUP BY measure ORDER BY measure;

-- name: region-totals
SELECT region_id, r.name AS region, measure,
       coalesce(sum(here), 0) AS here, coalesce(sum(there), 0) AS there, sum(difference) AS difference
FROM tracktik.reconciliation_rows LEFT JOIN tracktik.current_regions r USING (region_id)
WHERE reconciliation_id = :reconciliation_id
GROUP BY region_id, r.name, measure ORDER BY r.name, region_id, measure;

-- name: unmatched
SELECT x.region_id, coalesce(r.name, x.region_code) AS region, x.client_id, x.site_code, c.name AS site,
       x.measure, x.here, x.there, x.difference, x.outcome, x.remark
FROM tracktik.reconciliation_rows x
LEFT JOIN tracktik.current_regions r ON r.region_id = x.region_id
LEFT JOIN tracktik.current_clients c ON c.client_id = x.client_id
WHERE x.reconciliation_id = :reconciliation_id AND x.outcome <> 'match'
ORDER BY x.outcome <> 'difference', abs(x.difference) DESC, region, site, x.client_id, x.site_code, x.measure
LIMIT :most;
