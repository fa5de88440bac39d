package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.etl.stage.Duplicates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Staged shifts in their places: which region, which site, which day by the site's own clocks, and which versions of the
 * dimensions held when they began. What has no place is kept in quarantine.
 *
 * @param table a temporary table beside the staged shifts
 * @param problems how many shifts went to quarantine
 */
record PlacedShifts(String table, long problems) {
    private static final int FEW = 20;

    /**
     * Places shifts.
     *
     * @param shifts the staging table
     * @param regions the regions that matter
     * @param badShare which share of the regions' shifts may have no place
     */
    static PlacedShifts of(
            Connection connection,
            String shifts,
            List<Long> regions,
            Window window,
            OffsetDateTime asOf,
            Attempt attempt,
            double badShare)
            throws SQLException {
        String table = "pg_temp.tracktik_placed_" + attempt.runId();
        Map<String, @Nullable Object> values = Quarantined.values(attempt, window);
        values.put("regions", regions);
        values.put("as_of", asOf);
        NamedSql sql = new NamedSql(connection, values);
        Duplicates.leaveOut(connection, shifts, "shift_id", "source_modified_at DESC NULLS LAST, ordinal DESC");
        place(sql, shifts, table);
        sql.run("ANALYZE " + table);
        List<Long> counts = sql.numbers("SELECT count(*), count(problem) FROM " + table);
        keepProblems(sql, shifts, table);
        long unknown = Quarantined.keep(
                sql,
                shifts,
                "Its position is not known.",
                "NOT EXISTS (SELECT FROM tracktik.dim_positions p WHERE p.position_id = s.position_id)");
        long problems = counts.get(1) + unknown;
        requireFew(problems, counts.get(0) + unknown, badShare);
        return new PlacedShifts(table, problems);
    }

    /** A version holds until the next one begins: what happens after a member was last seen points to what it was. */
    static String versions(String dimension, String key, String columns) {
        return "SELECT " + key + "_key, " + key + "_id, " + columns
                + "valid_from, lead(valid_from, 1, 'infinity') OVER (PARTITION BY " + key
                + "_id ORDER BY valid_from) AS until FROM tracktik." + dimension;
    }

    /** A position that had no site, and got one later, was there all along: a site is not what a position changes. */
    static String positions() {
        return versions("dim_positions", "position", """
                coalesce(client_id, (array_agg(client_id) FILTER (WHERE client_id IS NOT NULL)
                                     OVER (PARTITION BY position_id ORDER BY valid_from
                                           ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING))[1]) AS client_id,\s""");
    }

    static String held(String version) {
        return version + ".valid_from <= at.start AND at.start < " + version + ".until";
    }

    private static void place(NamedSql sql, String shifts, String table) throws SQLException {
        sql.run("CREATE TABLE " + table + """
                 (at tid, shift_id bigint, source_modified_at timestamptz, region_id bigint, region_key bigint,
                  client_id bigint, client_key bigint, position_key bigint, employee_key bigint, pay_code_key bigint,
                  time_zone text, business_date date, problem text)""");
        sql.run("INSERT INTO " + table + " WITH p AS (" + positions()
                + "), c AS (" + versions("dim_clients", "client", "region_id, time_zone, ")
                + "), g AS (" + versions("dim_regions", "region", "time_zone, ")
                + "), e AS (" + versions("dim_employees", "employee", "")
                + "), k AS (" + versions("dim_pay_codes", "pay_code", "") + """
                ), placed AS (
                    SELECT s.ctid AS at, s.shift_id, s.source_modified_at, c.region_id, g.region_key, c.client_id,
                           c.client_key, p.position_key, e.employee_key, k.pay_code_key, z.zone AS time_zone,
                           (s.starts_at AT TIME ZONE z.zone)::date AS business_date,
                           CASE WHEN s.starts_at IS NULL THEN 'It has no start.'
                                WHEN s.ends_at IS NULL THEN 'It has no end.'
                                WHEN s.ends_at < s.starts_at THEN 'It ends before it starts.'
                                WHEN z.zone IS NULL THEN 'Neither its site nor itself nor its region has a time zone.'
                           END AS problem
                    FROM""" + " " + shifts
                + " s CROSS JOIN LATERAL (SELECT coalesce(s.starts_at, :as_of) AS start) at"
                + " JOIN p ON p.position_id = s.position_id AND " + held("p")
                + " JOIN c ON c.client_id = p.client_id AND " + held("c")
                + " JOIN g ON g.region_id = c.region_id AND " + held("g")
                + " LEFT JOIN e ON e.employee_id = s.employee_id AND " + held("e")
                + " LEFT JOIN k ON k.pay_code_id = s.pay_code_id AND " + held("k") + """

                    CROSS JOIN LATERAL (SELECT coalesce(c.time_zone, s.time_zone, g.time_zone) AS zone) z
                    WHERE c.region_id = ANY (:regions)
                )
                SELECT * FROM placed WHERE business_date IS NULL OR business_date BETWEEN :from_day AND :to_day""");
    }

    private static void keepProblems(NamedSql sql, String shifts, String table) throws SQLException {
        sql.run("""
                INSERT INTO etl.quarantine (source, feed, source_key, unit_id, run_id, reason_kind, reason, record)
                SELECT 'tracktik', 'shifts', n.shift_id::text, :unit_id::bigint, :run_id, 'no place', n.problem, s.raw
                FROM""" + " " + table + " n JOIN " + shifts + """
                 s ON s.ctid = n.at
                WHERE n.problem IS NOT NULL AND NOT EXISTS (
                    SELECT FROM etl.quarantine q
                    WHERE (q.source, q.feed, q.source_key, q.reason, q.record)
                        = ('tracktik', 'shifts', n.shift_id::text, n.problem, s.raw) AND q.replayed_at IS NULL)""");
        sql.run("DELETE FROM " + table + " WHERE problem IS NOT NULL");
    }

    private static void requireFew(long problems, long all, double badShare) {
        if (all >= FEW && problems > badShare * all) {
            throw new LoadException(
                    Kind.PERMANENT,
                    problems + " of " + all + " shifts have no place, which is more than " + 100 * badShare
                            + " percent: they are in quarantine, with the reasons.",
                    null);
        }
    }
}
