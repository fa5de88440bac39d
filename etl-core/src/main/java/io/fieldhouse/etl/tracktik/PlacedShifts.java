package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Duplicates;
import io.fieldhouse.etl.stage.Quarantine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Staged shifts in their places: which region, which site, which day by the site's own clocks, and which versions of the
 * dimensions held when they began. What has no place is kept in quarantine, and in no region.
 *
 * @param table a temporary table beside the staged shifts
 * @param problems how many shifts went to quarantine
 */
record PlacedShifts(String table, long problems) {
    /** Of what has no start, the versions that count are those of now. */
    static final String START = "(SELECT coalesce(s.starts_at, :as_of) AS start) at";

    /**
     * Places shifts.
     *
     * @param shifts the staging table
     * @param regions the regions that matter
     * @param zones the time zones that may be used
     * @param badShare which share of the regions' shifts may have no place
     */
    static PlacedShifts of(
            Connection connection,
            String shifts,
            List<Long> regions,
            Window window,
            ServerZones zones,
            OffsetDateTime asOf,
            Attempt attempt,
            double badShare)
            throws SQLException {
        String table = "pg_temp.tracktik_placed_" + attempt.runId();
        NamedSql sql = new NamedSql(
                connection,
                Map.of(
                        "regions", regions,
                        "zones", zones.on(connection),
                        "as_of", asOf,
                        "from_day", window.from(),
                        "to_day", window.to()));
        Sql placing = Sql.on(connection, "Placing shifts");
        Duplicates.leaveOut(
                placing, SqlText.of(shifts), List.of("shift_id"), "source_modified_at DESC NULLS LAST, ordinal DESC");
        place(sql, shifts, table);
        sql.run("ANALYZE " + table);
        List<Long> counts = sql.numbers("SELECT count(*), count(problem) FROM " + table);
        long problems = counts.get(1);
        if (problems > 0) {
            quarantine(
                    placing,
                    attempt,
                    "SELECT s.shift_id::text, 'no place', n.problem, s.raw FROM " + table + " n JOIN " + shifts
                            + " s ON s.ctid = n.at WHERE n.problem IS NOT NULL");
            sql.run("UPDATE " + table + " SET region_id = NULL WHERE problem IS NOT NULL");
        }
        requireFew(problems, counts.get(0), badShare);
        return new PlacedShifts(table, problems);
    }

    /** Keeps shifts that can be read, and yet have no place among the facts. */
    static long quarantine(Sql sql, Attempt attempt, String taken) {
        return Quarantine.keep(
                sql, TrackTikFeeds.SHIFTS.source(), TrackTikFeeds.SHIFTS.name(), attempt, SqlText.of(taken));
    }

    /** A version holds until the next one begins: what happens after a member was last seen points to what it was. */
    static String versions(String dimension, String key, String columns) {
        return """
                SELECT d.{key}_key, d.{key}_id, {columns} d.valid_from,
                       CASE WHEN d.retired
                            THEN coalesce((SELECT min(n.valid_from) FROM tracktik.{dimension} n
                                           WHERE n.{key}_id = d.{key}_id AND n.valid_from > d.valid_from), 'infinity')
                            ELSE d.valid_to END AS until
                FROM tracktik.{dimension} d""".replace("{key}", key).replace("{columns}", columns).replace("{dimension}", dimension);
    }

    /** A position that had no site, and got one later, was there all along: a site is not what a position changes. */
    static String positions() {
        return versions("dim_positions", "position", """
                coalesce(d.client_id, (SELECT n.client_id FROM tracktik.dim_positions n
                                       WHERE n.position_id = d.position_id AND n.valid_from > d.valid_from
                                         AND n.client_id IS NOT NULL
                                       ORDER BY n.valid_from LIMIT 1)) AS client_id,""");
    }

    /** The same holds of a site that got its region later. */
    static String clients() {
        return versions("dim_clients", "client", """
                coalesce(d.region_id, (SELECT n.region_id FROM tracktik.dim_clients n
                                       WHERE n.client_id = d.client_id AND n.valid_from > d.valid_from
                                         AND n.region_id IS NOT NULL
                                       ORDER BY n.valid_from LIMIT 1)) AS region_id, time_zone,""");
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
                + "), c AS (" + clients()
                + "), g AS (" + versions("dim_regions", "region", "time_zone, ")
                + "), e AS (" + versions("dim_employees", "employee", "")
                + "), k AS (" + versions("dim_pay_codes", "pay_code", "") + """
                ), zones AS (
                    SELECT unnest(:zones) AS name
                ), placed AS (
                    SELECT s.ctid AS at, s.shift_id, s.source_modified_at, c.region_id, g.region_key, c.client_id,
                           c.client_key, p.position_key, e.employee_key, k.pay_code_key, z.zone AS time_zone,
                           (s.starts_at AT TIME ZONE z.zone)::date AS business_date,
                           CASE WHEN p.position_id IS NULL THEN 'Its position is not known.'
                                WHEN s.starts_at IS NULL THEN 'It has no start.'
                                WHEN s.ends_at IS NULL THEN 'It has no end.'
                                WHEN s.ends_at < s.starts_at THEN 'It ends before it starts.'
                                WHEN z.zone IS NULL THEN coalesce(
                                    'The database server does not know the time zone '
                                        || coalesce(c.time_zone, s.time_zone, g.time_zone) || '.',
                                    'Neither its site nor itself nor its region has a time zone.')
                           END AS problem
                    FROM""" + " " + shifts
                + " s CROSS JOIN LATERAL " + START
                + " LEFT JOIN p ON p.position_id = s.position_id AND " + held("p")
                + " LEFT JOIN c ON c.client_id = p.client_id AND " + held("c")
                + " LEFT JOIN g ON g.region_id = c.region_id AND " + held("g")
                + " LEFT JOIN e ON e.employee_id = s.employee_id AND " + held("e")
                + " LEFT JOIN k ON k.pay_code_id = s.pay_code_id AND " + held("k") + """

                    LEFT JOIN zones sites ON sites.name = c.time_zone
                    LEFT JOIN zones own ON own.name = s.time_zone
                    LEFT JOIN zones regions ON regions.name = g.time_zone
                    -- Of what has no site, the days are those of the shift's own clocks.
                    CROSS JOIN LATERAL (SELECT CASE WHEN p.position_id IS NULL THEN coalesce(own.name, 'UTC')
                                                    WHEN c.time_zone IS NOT NULL THEN sites.name
                                                    WHEN s.time_zone IS NOT NULL THEN own.name
                                                    ELSE regions.name END AS zone) z
                    WHERE c.region_id = ANY (:regions) OR p.position_id IS NULL
                )
                SELECT * FROM placed WHERE business_date IS NULL OR business_date BETWEEN :from_day AND :to_day""");
    }

    private static void requireFew(long problems, long all, double badShare) {
        if (StageLimits.areTooMany(problems, all, badShare)) {
            throw new LoadException(
                    Kind.PERMANENT,
                    problems + " of " + all + " shifts have no place, which is more than " + Percent.of(badShare)
                            + ": they are in quarantine, with the reasons. If that is as it should be, allow a larger"
                            + " load.bad-share.",
                    null);
        }
    }
}
