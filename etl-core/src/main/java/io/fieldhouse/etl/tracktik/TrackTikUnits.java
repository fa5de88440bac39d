package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.etl.stage.Duplicates;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Paged;
import io.fieldhouse.tracktik.api.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;

/** Loads units of shifts: asks, stages, places, and hands over what is to be committed. Thread-safe. */
final class TrackTikUnits implements UnitLoader {
    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final boolean withContactDetails;
    private final MissingMembers members;
    private final Clock clock;

    TrackTikUnits(
            TrackTik tracktik,
            DataSource warehouse,
            LoadLedger ledger,
            TrackTikSettings settings,
            MissingMembers members,
            Clock clock) {
        this.tracktik = tracktik;
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.withContactDetails = settings.withContactDetails();
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(List<Claim> claims) {
        Attempt attempt = claims.get(0).attempt();
        Window window = claims.get(0).unit().window();
        List<Long> regions = claims.stream()
                .map(claim -> Objects.requireNonNull(claim.unit().regionId()))
                .toList();
        OffsetDateTime asOf = clock.instant().atOffset(ZoneOffset.UTC);
        ShiftQuestions questions = questions(regions, window);
        Deque<AutoCloseable> tables = new ArrayDeque<>();
        try {
            Extract shifts = stage(TrackTikFeeds.SHIFTS, questions.shifts(), attempt, tables);
            Extract sessions = stage(TrackTikFeeds.WORK_SESSIONS, questions.workSessions(), attempt, tables);
            Extract breaks = stage(TrackTikFeeds.BREAK_SESSIONS, questions.breakSessions(), attempt, tables);
            Extract summaries = stage(TrackTikFeeds.SHIFT_SUMMARIES, questions.summaries(), attempt, tables);
            if (settings.strategy() == ShiftStrategy.BY_REGION_HEADER) {
                requireNoStrangers(shifts.table(), regions);
            }
            bringInMembers(shifts.table());
            PlacedShifts placed = PlacedShifts.of(
                    warehouse,
                    shifts.table(),
                    regions,
                    window,
                    asOf,
                    attempt,
                    settings.stageLimits().badShare());
            tables.push(placed);
            prepare(sessions, breaks, summaries, attempt);
            LoadCounts completed = complete(
                            TrackTikFeeds.WORK_SESSIONS,
                            sessions.table(),
                            "s.clocked_hours > 0",
                            shifts.table(),
                            placed.table(),
                            query -> tracktik.entities().workSessions(query))
                    .plus(complete(
                            TrackTikFeeds.SHIFT_SUMMARIES,
                            summaries.table(),
                            "s.payable_hours > 0",
                            shifts.table(),
                            placed.table(),
                            query -> tracktik.scheduling().shiftSummaries(query)));
            LoadCounts read = shifts.counts()
                    .plus(sessions.counts())
                    .plus(breaks.counts())
                    .plus(summaries.counts())
                    .plus(completed)
                    .plus(LoadCounts.read(0, placed.problems(), 0, 0));
            StagedShifts staged = new StagedShifts(
                    shifts.table(), placed.table(), sessions.table(), breaks.table(), summaries.table());
            return new StagedUnits(warehouse, ledger, settings, staged, asOf, read, tables);
        } catch (RuntimeException e) {
            Tables.letGo(tables);
            throw e;
        }
    }

    private <T> Extract stage(Feed<T> feed, List<Paged<T>> questions, Attempt attempt, Deque<AutoCloseable> tables) {
        Extract extract = Extract.of(warehouse, feed, questions, attempt, settings.stageLimits());
        tables.push(extract);
        return extract;
    }

    /** Sites and positions that ever were in the regions; which shifts were, is found out afterwards. */
    private ShiftQuestions questions(List<Long> regions, Window window) {
        try (Connection connection = warehouse.getConnection()) {
            NamedSql sql = new NamedSql(connection, Map.of("regions", regions));
            List<Long> clients = sql.ids(
                    "SELECT DISTINCT client_id FROM tracktik.dim_clients WHERE region_id = ANY (:regions) ORDER BY 1");
            List<Long> positions = sql.ids("""
                    SELECT DISTINCT p.position_id FROM tracktik.dim_positions p
                    JOIN tracktik.dim_clients c ON c.client_id = p.client_id AND c.region_id = ANY (:regions)
                    ORDER BY 1""");
            return new ShiftQuestions(tracktik, settings.strategy(), regions, positions, clients, window);
        } catch (SQLException e) {
            throw LoadException.of("Looking for the positions of the sub-regions", e);
        }
    }

    /** TrackTik ignores a header that it does not understand, and sends everything. */
    private void requireNoStrangers(String shifts, List<Long> regions) {
        try (Connection connection = warehouse.getConnection()) {
            long strangers =
                    new NamedSql(connection, Map.of("regions", regions)).number("SELECT count(*) FROM " + shifts + """
                     s WHERE NOT EXISTS (SELECT FROM tracktik.dim_positions p
                                         LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
                                         WHERE p.position_id = s.position_id
                                           AND (c.region_id IS NULL OR c.region_id = ANY (:regions)))
                        AND EXISTS (SELECT FROM tracktik.dim_positions p WHERE p.position_id = s.position_id)""");
            if (strangers > 0) {
                throw new LoadException(
                        Kind.PERMANENT,
                        "TrackTik sent " + strangers
                                + " shifts of other regions: it does not heed the region header. Ask by positions instead.",
                        null);
            }
        } catch (SQLException e) {
            throw LoadException.of("Checking the regions of the shifts", e);
        }
    }

    private void bringInMembers(String shifts) {
        members.bringIn(List.of(DimensionSource.POSITIONS), "SELECT position_id FROM " + shifts, false);
        members.bringIn(
                List.of(DimensionSource.CLIENTS, DimensionSource.ACCOUNTS),
                "SELECT p.client_id FROM tracktik.dim_positions p JOIN " + shifts
                        + " s ON s.position_id = p.position_id",
                true);
        members.bringIn(
                List.of(DimensionSource.REGIONS),
                "SELECT c.region_id FROM tracktik.dim_clients c JOIN tracktik.dim_positions p ON p.client_id = c.client_id JOIN "
                        + shifts + " s ON s.position_id = p.position_id",
                true);
        members.bringIn(
                List.of(DimensionSource.employees(withContactDetails)), "SELECT employee_id FROM " + shifts, true);
        members.bringIn(List.of(DimensionSource.PAY_CODES), "SELECT pay_code_id FROM " + shifts, true);
    }

    private void prepare(Extract sessions, Extract breaks, Extract summaries, Attempt attempt) {
        try (Connection connection = warehouse.getConnection()) {
            keepUnusable(connection, sessions.table(), attempt);
            Duplicates.leaveOut(connection, sessions.table(), "work_session_id", "ordinal DESC");
            Duplicates.leaveOut(connection, breaks.table(), "break_session_id", "ordinal DESC");
            Duplicates.leaveOut(connection, summaries.table(), "shift_id", "ordinal DESC");
        } catch (SQLException e) {
            throw LoadException.of("Preparing what was staged", e);
        }
    }

    private static void keepUnusable(Connection connection, String sessions, Attempt attempt) throws SQLException {
        String unusable = """
                CASE WHEN s.shift_id IS NULL THEN 'It belongs to no shift.'
                     WHEN s.started_at IS NULL THEN 'It has no start.'
                     WHEN s.ended_at < s.started_at THEN 'It ends before it starts.' END""";
        NamedSql sql = new NamedSql(
                connection, Map.of("run_id", attempt.runId(), "unit_id", Objects.requireNonNull(attempt.unitId())));
        sql.run("""
                INSERT INTO etl.quarantine (source, feed, source_key, unit_id, run_id, reason_kind, reason, record)
                SELECT 'tracktik', 'work sessions', s.work_session_id::text, :unit_id, :run_id, 'not usable', r.reason, s.raw
                FROM""" + " " + sessions + " s CROSS JOIN LATERAL (SELECT " + unusable + """
                 AS reason) r
                WHERE r.reason IS NOT NULL AND NOT EXISTS (
                    SELECT FROM etl.quarantine q
                    WHERE (q.source, q.feed, q.source_key, q.reason, q.record)
                        = ('tracktik', 'work sessions', s.work_session_id::text, r.reason, s.raw) AND q.replayed_at IS NULL)""");
        sql.run("DELETE FROM " + sessions + " s WHERE " + unusable + " IS NOT NULL");
    }

    /** What belongs to a shift may lie outside of the window that was asked: where it is missed, it is asked for by the shift. */
    private <T> LoadCounts complete(
            Feed<T> feed,
            String table,
            String expected,
            String shifts,
            String placed,
            Function<Query, Paged<T>> collection) {
        try (Connection connection = warehouse.getConnection()) {
            NamedSql sql = new NamedSql(connection, Map.of());
            List<Long> missed = sql.ids("SELECT n.shift_id FROM " + placed + " n JOIN " + shifts
                    + " s ON s.shift_id = n.shift_id WHERE " + expected + " AND NOT EXISTS (SELECT FROM " + table
                    + " t WHERE t.shift_id = n.shift_id) ORDER BY 1");
            if (missed.isEmpty()) {
                return LoadCounts.NONE;
            }
            Attempt attempt = ledger.begin(feed.name());
            try (Extract more = Extract.of(
                    warehouse,
                    feed,
                    List.of(collection.apply(Query.all().in("shift", missed))),
                    attempt,
                    settings.stageLimits())) {
                sql.run("INSERT INTO " + table + " SELECT * FROM " + more.table() + " ON CONFLICT DO NOTHING");
                ledger.loaded(
                        connection, attempt, more.counts(), clock.instant().atOffset(ZoneOffset.UTC));
                return more.counts();
            } catch (LoadException e) {
                ledger.failed(attempt, e);
                throw e;
            }
        } catch (SQLException e) {
            throw LoadException.of("Completing " + feed.name(), e);
        }
    }
}
