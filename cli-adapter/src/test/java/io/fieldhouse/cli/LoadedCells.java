package io.fieldhouse.cli;

import org.jooq.DSLContext;

/** A warehouse with the periods 2025-P12 and 2025-P13 of Hawaii (273) and Washington (274), two sites each, and another Washington. */
public final class LoadedCells {
    private final DSLContext sql;

    public LoadedCells(DSLContext sql) {
        this.sql = sql;
    }

    /** Begins anew. Every site is billed 10 hours in P12 and 20 in P13, for 300 and 600. */
    public void begin() {
        sql.execute("""
                TRUNCATE tracktik.billing_periods, tracktik.fact_billing, tracktik.dim_regions, tracktik.dim_clients,
                    tracktik.dim_positions, etl.load_units, etl.quarantine, etl.data_quality_issues,
                    tracktik.reconciliations RESTART IDENTITY CASCADE;
                SELECT tracktik.ensure_fact_partitions(2025);
                INSERT INTO tracktik.billing_periods VALUES
                    (202512, 'two-weeks', '2025-P12', 2025, 12, '2025-05-30', '2025-06-12'),
                    (202513, 'two-weeks', '2025-P13', 2025, 13, '2025-06-13', '2025-06-26'),
                    (202514, 'two-weeks', '2025-P14', 2025, 14, '2025-06-27', '2025-07-10');
                INSERT INTO tracktik.dim_regions (region_id, custom_id, name, parent_region_id, valid_from, row_hash) VALUES
                    (17, 'Kaiser', 'KAISER', NULL, '-infinity', ''),
                    (42, 'KSW-WA', 'Washington', NULL, '-infinity', ''),
                    (273, 'Kaiser-HI', 'Hawaii', 17, '-infinity', ''),
                    (274, 'Kaiser-WA', 'Washington', 17, '-infinity', '');
                INSERT INTO tracktik.dim_clients (client_id, custom_id, name, region_id, valid_from, row_hash)
                SELECT 10 * region_id + n, custom_id || '-' || n, 'Clinic "' || n || '", ' || name || ' – East', region_id,
                       '-infinity', ''
                FROM tracktik.dim_regions, generate_series(1, 2) n WHERE parent_region_id = 17;
                INSERT INTO tracktik.dim_positions (position_id, name, client_id, valid_from, row_hash)
                SELECT 10 * client_id, 'Lobby', client_id, '-infinity', '' FROM tracktik.dim_clients;
                INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, client_id, position_id, shift_count,
                                                   billable_hours, bill_amount)
                SELECT period_id, region_id, 1, client_id, 10 * client_id, 1, 10 * (number - 11), 300 * (number - 11)
                FROM tracktik.dim_clients, tracktik.billing_periods WHERE number < 14;
                INSERT INTO etl.load_units (source, feed, scope, window_from, window_to, title, state, loaded_at)
                SELECT 'tracktik', 'shifts', jsonb_build_object('period', period_id, 'region', region_id), starts_on,
                       ends_on, label || ' ' || name, 'loaded', '2025-06-30 00:00+00'
                FROM tracktik.billing_periods, tracktik.dim_regions WHERE parent_region_id = 17""");
    }

    /** An issue of a shift, in a unit. */
    public void issue(String rule, String severity, long key, int period, long region) {
        sql.execute("""
                INSERT INTO etl.data_quality_issues (rule, severity, source, entity, entity_key, message, unit_id)
                SELECT ?, ?, 'tracktik', 'shift', ?, 'Something is wrong.', unit_id
                FROM etl.load_units WHERE scope = jsonb_build_object('period', ?::bigint, 'region', ?::bigint)""", rule, severity, String.valueOf(key), period, region);
    }

    /** A shift in quarantine, which came in the unit of Hawaii, and is at a position. */
    public void quarantined(long key, long position, int period) {
        sql.execute("""
                INSERT INTO etl.quarantine (source, feed, source_key, unit_id, reason_kind, reason, record)
                SELECT 'tracktik', 'shifts', ?, unit_id, 'no place', 'It ends before it starts.',
                       convert_to('{"position":' || ? || ',"note":"call Alex ' || chr(155) || '2J"}', 'UTF8')
                FROM etl.load_units WHERE scope = jsonb_build_object('period', ?::bigint, 'region', 273)""", String.valueOf(key), String.valueOf(position), period);
    }
}
