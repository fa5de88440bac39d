package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Quarantine;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Finds the places of staged shifts: which region, which site, which day by the site's own clocks, and which versions of the
 * dimensions held when they began. What has no place is kept in quarantine, and in no region.
 *
 * @param zones the time zones that the database server knows: Java knows some that it may lack
 */
record PlaceShifts(List<String> zones) {
    private static final Statements SQL = Statements.of(PlaceShifts.class);

    /** The versions of a dimension, each until the next one begins. */
    static SqlText versions(String dimension, String member, SqlText columns) {
        return SQL.get("versions")
                .with("dimension", SqlText.of("tracktik." + dimension))
                .with("key", SqlText.of(member + "_key"))
                .with("id", SqlText.of(member + "_id"))
                .with("columns", columns);
    }

    private static final SqlText POSITIONS =
            SQL.get("positions").with("versions", versions("dim_positions", "position", SqlText.of("d.client_id,")));
    private static final SqlText CLIENTS = SQL.get("clients")
            .with("versions", versions("dim_clients", "client", SqlText.of("d.region_id, d.time_zone,")));
    private static final Map<String, SqlText> VERSIONS = Map.of(
            "positions", POSITIONS,
            "clients", CLIENTS,
            "regions_of_sites", versions("dim_regions", "region", SqlText.of("d.time_zone,")),
            "employees", versions("dim_employees", "employee", SqlText.of("")),
            "pay_codes", versions("dim_pay_codes", "pay_code", SqlText.of("")));

    /**
     * Places shifts in a table of their own.
     *
     * @param regions the regions that matter
     * @param badShare which share of the regions' shifts may have no place
     * @return the table
     */
    SqlText place(
            Workbench workbench,
            StagedShifts staged,
            List<Long> regions,
            Window window,
            OffsetDateTime asOf,
            Attempt attempt,
            double badShare) {
        return workbench.work("Placing shifts", sql -> {
            SqlText table = SqlText.of("pg_temp.tracktik_placed_" + attempt.runId());
            Sql placing = in(sql, window, asOf)
                    .with(VERSIONS)
                    .with(staged.tables())
                    .with("placed", table)
                    .with("regions", regions);
            placing.run(SQL.get("create"));
            placing.run(SQL.get("place"));
            placing.run(SQL.get("analyze"));
            List<Long> counts = placing.numbers(SQL.get("count"));
            long problems = counts.get(1);
            if (problems > 0) {
                keep(placing, attempt, SQL.get("problems"));
                placing.run(SQL.get("unplace"));
                staged.add(TrackTikFeeds.SHIFTS.name(), LoadCounts.read(0, problems, 0, 0), problems);
            }
            requireFew(problems, counts.get(0), badShare);
            return table;
        });
    }

    /** Keeps shifts whose positions have no site, and returns how many there are. */
    long keepWithoutASite(Sql sql, SqlText shifts, Window window, OffsetDateTime asOf, Attempt attempt) {
        Sql placing = in(sql, window, asOf)
                .with("shifts", shifts)
                .with("positions", POSITIONS)
                .with("clients", CLIENTS);
        return keep(placing, attempt, SQL.get("without-a-site"));
    }

    private Sql in(Sql sql, Window window, OffsetDateTime asOf) {
        return sql.with("zones", zones)
                .with("as_of", asOf)
                .with("from_day", window.from())
                .with("to_day", window.to());
    }

    private static long keep(Sql sql, Attempt attempt, SqlText records) {
        return Quarantine.keep(sql, TrackTikFeeds.SHIFTS.source(), TrackTikFeeds.SHIFTS.name(), attempt, records);
    }

    private static void requireFew(long problems, long all, double badShare) {
        if (StageLimits.areTooMany(problems, all, badShare)) {
            throw new LoadException(
                    Kind.PERMANENT,
                    problems + " of " + all + " shifts have no place, which is more than " + Percent.of(badShare)
                            + ": they are in quarantine, with the reasons. If that is right, allow a larger"
                            + " load.bad-share.",
                    null);
        }
    }
}
