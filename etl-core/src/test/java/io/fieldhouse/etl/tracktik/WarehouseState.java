package io.fieldhouse.etl.tracktik;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** What a warehouse says, apart from when it was written, by whom, and under which generated keys. */
final class WarehouseState {
    private static final String WRITTEN =
            "'run_id', 'loaded_at', 'seen_from', 'valid_from', 'valid_to', 'quarantine_id', 'unit_id', 'kept_at', 'issue_id',"
                    + " 'first_seen_at', 'last_seen_at', 'closed_at', 'occurrences', 'settled_at'";

    private WarehouseState() {}

    /** Each table with the number of its rows and a checksum of all business columns. */
    static Map<String, String> of(DSLContext sql) {
        Map<String, String> state = new TreeMap<>();
        for (String table : tables(sql)) {
            String columns = String.join(", ", columns(sql, table));
            String open = table.equals("etl.data_quality_issues") ? " WHERE closed_at IS NULL" : "";
            state.put(
                    table,
                    String.valueOf(sql.fetchValue(
                            "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(line), '' ORDER BY line)), '-')"
                                    + " FROM (SELECT ROW(" + columns + ")::text AS line FROM " + table + open
                                    + ") lines")));
        }
        return state;
    }

    private static List<String> tables(DSLContext sql) {
        return sql.fetch("""
                        SELECT oid::regclass::text FROM pg_class
                        WHERE relnamespace = 'tracktik'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                        UNION ALL SELECT unnest(ARRAY ['etl.quarantine', 'etl.data_quality_issues']) ORDER BY 1""").getValues(0, String.class);
    }

    private static List<String> columns(DSLContext sql, String table) {
        return sql.fetch(
                        "SELECT attname FROM pg_attribute WHERE attrelid = '" + table
                                + "'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN (" + WRITTEN
                                + ") AND attname !~ '(region|client|position|employee|pay_code|billing_code)_key$' ORDER BY attnum")
                .getValues(0, String.class);
    }

    /** How many facts point to another member than the one that they name, or to none. */
    static int wrongKeys(DSLContext sql) {
        int wrong = 0;
        for (String fact : List.of("fact_shifts", "fact_attendance", "fact_billing")) {
            for (String member : List.of("region", "client", "position")) {
                wrong += sql.fetch("SELECT 1 FROM tracktik." + fact + " f LEFT JOIN tracktik.dim_" + member
                                + "s d ON d." + member + "_key = f." + member + "_key WHERE f." + member
                                + "_id IS DISTINCT FROM d." + member + "_id")
                        .size();
            }
        }
        return wrong;
    }

    /** How many rows of the derived facts are not what the shifts say. */
    static int wrongSums(DSLContext sql) {
        return sql.fetch("""
                SELECT 1 FROM (SELECT period_id, region_id, client_id, position_id, count(*) AS shifts, sum(payable_hours) AS payable,
                                    sum(pay_amount) AS pay, sum(bill_amount) AS bill
                             FROM tracktik.fact_shifts GROUP BY 1, 2, 3, 4) s
                FULL JOIN (SELECT period_id, region_id, client_id, position_id, sum(shift_count) AS shifts,
                                  sum(payable_hours) AS payable, sum(pay_amount) AS pay, sum(bill_amount) AS bill
                           FROM tracktik.fact_billing GROUP BY 1, 2, 3, 4) b
                    ON (s.period_id, s.region_id, s.client_id, s.position_id) = (b.period_id, b.region_id, b.client_id, b.position_id)
                WHERE (s.shifts, s.payable, s.pay, s.bill) IS DISTINCT FROM (b.shifts, b.payable, b.pay, b.bill)""").size() + sql.fetch("""
                SELECT 1 FROM tracktik.fact_shifts s FULL JOIN tracktik.fact_attendance a USING (period_id, region_id, shift_id)
                WHERE s.position_id IS NULL OR a.position_id IS NULL""").size();
    }

    static void empty(DSLContext sql) {
        sql.execute("""
                TRUNCATE tracktik.fact_shifts, tracktik.fact_attendance, tracktik.fact_billing, tracktik.billing_periods,
                    tracktik.dim_regions, tracktik.dim_clients, tracktik.dim_positions, tracktik.dim_employees,
                    tracktik.dim_pay_codes, tracktik.dim_billing_codes, etl.dimension_merges, etl.dimension_columns,
                    etl.load_units, etl.etl_run_log, etl.sync_watermarks, etl.quarantine, etl.data_quality_issues
                RESTART IDENTITY CASCADE""");
    }

    /** A fingerprint of every table, sequence and setting that a statement could change. */
    static Map<String, String> everything(DSLContext sql) {
        Map<String, String> state = new TreeMap<>();
        sql.fetch("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'r' AND n.nspname !~ '^pg_|information_schema'")
                .getValues(0, String.class)
                .forEach(table -> state.put(
                        table,
                        String.valueOf(sql.fetchValue(
                                "SELECT md5(coalesce(string_agg(t.ctid || t.xmin::text || t::text, ' ' ORDER BY t.ctid), '')) FROM "
                                        + table + " t"))));
        sql.fetch("SELECT schemaname || '.' || sequencename, coalesce(last_value, 0) FROM pg_sequences")
                .forEach(row -> state.put(row.get(0, String.class), row.get(1, String.class)));
        return state;
    }
}
