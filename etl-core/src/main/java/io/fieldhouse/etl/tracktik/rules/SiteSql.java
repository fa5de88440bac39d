package io.fieldhouse.etl.tracktik.rules;

/** What can be wrong with a site, as it is now, or with a shift that has none. */
final class SiteSql {
    static final String MISSING_BUILDING_CODE = """
            SELECT client_id::text AS entity_key,
                   'The site has no building code.' AS message,
                   jsonb_build_object('region_id', region_id, 'status', status) AS details
            FROM tracktik.dim_clients
            WHERE valid_to = 'infinity' AND NOT inferred
              AND coalesce(custom_id, '') !~ '\\S' AND status IS DISTINCT FROM 'CLOSED'""";

    static final String MISSING_TIME_ZONE = """
            SELECT c.client_id::text AS entity_key,
                   CASE WHEN coalesce(r.time_zone, '') ~ '\\S'
                        THEN 'The site has no time zone of its own, so its region''s is used.'
                        ELSE 'The site has no time zone of its own, and its region has none either.' END AS message,
                   jsonb_build_object('region_id', c.region_id, 'region_time_zone', r.time_zone) AS details
            FROM tracktik.dim_clients c
            LEFT JOIN tracktik.dim_regions r ON r.region_id = c.region_id AND r.valid_to = 'infinity'
            WHERE c.valid_to = 'infinity' AND NOT c.inferred AND coalesce(c.time_zone, '') !~ '\\S'""";

    static final String SHIFT_WITHOUT_A_PLACE = """
            SELECT source_key AS entity_key,
                   'The shift is in quarantine: no figure has it as it is now. ' || min(reason) AS message,
                   '{}'::jsonb AS details
            FROM etl.quarantine
            WHERE source = 'tracktik' AND feed = 'shifts' AND reason_kind = 'no place' AND settled_at IS NULL
            GROUP BY source_key""";

    private SiteSql() {}
}
