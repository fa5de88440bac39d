-- name: enter
INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on)
SELECT period_id, :calendar, label, period_id / 100, period_id % 100, first_day, last_day
FROM unnest(:period_ids::integer[], :labels::text[], :first_days::date[], :last_days::date[])
         asked (period_id, label, first_day, last_day)
ON CONFLICT DO NOTHING;

-- name: all
SELECT calendar, label, starts_on, ends_on FROM tracktik.billing_periods ORDER BY starts_on;

-- name: has
SELECT EXISTS (SELECT FROM tracktik.billing_periods WHERE period_id = :period_id);

-- name: cut-otherwise
-- Those of some periods whose number the warehouse gives to other days, or that it lacks, and has another of these days.
SELECT p.period_id, p.starts_on, p.ends_on, asked.first_day, asked.last_day
FROM unnest(:period_ids::integer[], :first_days::date[], :last_days::date[]) WITH ORDINALITY
         asked (period_id, first_day, last_day, place)
CROSS JOIN LATERAL (
    SELECT p.period_id, p.starts_on, p.ends_on
    FROM tracktik.billing_periods p
    WHERE p.period_id = asked.period_id OR (p.starts_on <= asked.last_day AND p.ends_on >= asked.first_day)
    ORDER BY p.period_id <> asked.period_id, p.period_id
    LIMIT 1
) p
WHERE (p.period_id, p.starts_on, p.ends_on) <> (asked.period_id, asked.first_day, asked.last_day)
ORDER BY asked.place;
