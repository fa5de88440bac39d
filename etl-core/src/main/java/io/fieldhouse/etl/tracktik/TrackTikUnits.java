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
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Paged;
import io.fieldhouse.tracktik.api.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Loads units of shifts: asks, stages, places, and hands over what is to be committed. Thread-safe. */
final class TrackTikUnits implements UnitLoader {
    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
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
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(List<Claim> claims) {
        Workbench workbench = Workbench.open(warehouse);
        try {
            boolean siteless = claims.get(0).unit().regionId() == null;
            return siteless ? siteless(claims.get(0), workbench) : fetch(claims, workbench);
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    private Fetched fetch(List<Claim> claims, Workbench workbench) {
        Attempt attempt = claims.get(0).attempt();
        Window window = claims.get(0).unit().window();
        List<Long> regions = claims.stream()
                .map(claim -> Objects.requireNonNull(claim.unit().regionId()))
                .toList();
        OffsetDateTime asOf = now();
        ShiftQuestions questions = workbench.work(
                "Looking for the positions of the sub-regions",
                connection -> questions(tracktik, connection, settings.strategy(), regions, window));
        Extract shifts = stage(workbench, TrackTikFeeds.SHIFTS, questions.shifts(), attempt);
        Extract sessions = stage(workbench, TrackTikFeeds.WORK_SESSIONS, questions.workSessions(), attempt);
        Extract breaks = stage(workbench, TrackTikFeeds.BREAK_SESSIONS, questions.breakSessions(), attempt);
        Extract summaries = stage(workbench, TrackTikFeeds.SHIFT_SUMMARIES, questions.summaries(), attempt);
        Extract billed = stage(workbench, TrackTikFeeds.BILLABLE_ITEMS, questions.billableItems(), attempt);
        if (settings.strategy() == ShiftStrategy.BY_REGION_HEADER) {
            requireNoStrangers(workbench, shifts.table(), regions);
        }
        bringInMembers(workbench, shifts.table(), billed.table());
        double badShare = settings.stageLimits().badShare();
        PlacedShifts placed = workbench.work(
                "Placing shifts",
                connection -> PlacedShifts.of(connection, shifts.table(), regions, window, asOf, attempt, badShare));
        workbench.work("Preparing what was staged", connection -> {
            keepUnusable(connection, sessions.table(), attempt);
            Duplicates.leaveOut(connection, sessions.table(), "work_session_id", "ordinal DESC");
            Duplicates.leaveOut(connection, breaks.table(), "break_session_id", "ordinal DESC");
            Duplicates.leaveOut(connection, summaries.table(), "shift_id", "ordinal DESC");
            // Of several codes that a shift is billed under, the one counts that bills most.
            Duplicates.leaveOut(
                    connection,
                    billed.table(),
                    "shift_id",
                    "(billing_code_id IS NULL), bill_amount DESC NULLS LAST, billing_code_id, ordinal DESC");
            return attempt;
        });
        StagedShifts staged = new StagedShifts(
                shifts.table(),
                placed.table(),
                sessions.table(),
                breaks.table(),
                summaries.table(),
                billed.table(),
                shifts.staged().quarantined() + placed.problems() == 0);
        LoadCounts read = Stream.of(
                        shifts.counts(),
                        sessions.counts(),
                        breaks.counts(),
                        summaries.counts(),
                        billed.counts(),
                        LoadCounts.read(0, placed.problems(), 0, 0),
                        complete(
                                workbench,
                                TrackTikFeeds.WORK_SESSIONS,
                                staged.missed(staged.sessions(), "s.clocked_hours > 0"),
                                sessions.table(),
                                query -> tracktik.entities().workSessions(query)),
                        complete(
                                workbench,
                                TrackTikFeeds.SHIFT_SUMMARIES,
                                staged.missed(staged.summaries(), "s.payable_hours > 0"),
                                summaries.table(),
                                query -> tracktik.scheduling().shiftSummaries(query)))
                .reduce(LoadCounts.NONE, LoadCounts::plus);
        return new StagedUnits(workbench, ledger, settings, shifts, staged, asOf, read);
    }

    /** Asked by their positions, whichever way the others are asked: these are few, and of no region. */
    private Fetched siteless(Claim claim, Workbench workbench) {
        OffsetDateTime asOf = now();
        List<Long> positions = workbench.work("Looking for positions without a site", SitelessShifts::positions);
        ShiftQuestions questions = new ShiftQuestions(
                tracktik,
                ShiftStrategy.BY_POSITIONS,
                List.of(),
                positions,
                List.of(),
                claim.unit().window());
        Extract shifts = stage(workbench, TrackTikFeeds.SHIFTS, questions.shifts(), claim.attempt());
        return new SitelessShifts(workbench, ledger, shifts, asOf);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> Extract stage(Workbench workbench, Feed<T> feed, List<Paged<T>> questions, Attempt attempt) {
        return Extract.of(workbench, feed, questions, attempt, settings.stageLimits());
    }

    /** Sites and positions that ever were in the regions; which shifts were, is found out afterwards. */
    static ShiftQuestions questions(
            TrackTik tracktik, Connection connection, ShiftStrategy strategy, List<Long> regions, Window window)
            throws SQLException {
        NamedSql sql = new NamedSql(connection, Map.of("regions", regions));
        List<Long> clients = sql.ids(
                "SELECT DISTINCT client_id FROM tracktik.dim_clients WHERE region_id = ANY (:regions) ORDER BY 1");
        List<Long> positions = sql.ids("""
                SELECT DISTINCT p.position_id FROM tracktik.dim_positions p
                JOIN tracktik.dim_clients c ON c.client_id = p.client_id AND c.region_id = ANY (:regions)
                ORDER BY 1""");
        return new ShiftQuestions(tracktik, strategy, regions, positions, clients, window);
    }

    /** TrackTik ignores a header that it does not understand, and sends everything. */
    private static void requireNoStrangers(Workbench workbench, String shifts, List<Long> regions) {
        long strangers = workbench.work(
                "Checking the regions of the shifts",
                connection -> new NamedSql(connection, Map.of("regions", regions))
                        .number("SELECT count(*) FROM " + shifts + " s " + """
                          WHERE EXISTS (SELECT FROM tracktik.dim_positions p WHERE p.position_id = s.position_id)
                            AND NOT EXISTS (SELECT FROM tracktik.dim_positions p
                                            LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
                                            WHERE p.position_id = s.position_id
                                              AND (c.region_id IS NULL OR c.region_id = ANY (:regions)))"""));
        if (strangers > 0) {
            throw new LoadException(
                    Kind.PERMANENT,
                    "TrackTik sent " + strangers
                            + " shifts of other regions: it does not heed the region header. Ask by positions instead.",
                    null);
        }
    }

    private void bringInMembers(Workbench workbench, String shifts, String billed) {
        String positions = "(SELECT DISTINCT position_id FROM " + shifts + ") s";
        members.bringIn(workbench, List.of(DimensionSource.POSITIONS), "SELECT position_id FROM " + positions, false);
        members.bringIn(
                workbench,
                List.of(DimensionSource.CLIENTS, DimensionSource.ACCOUNTS),
                "SELECT p.client_id FROM tracktik.dim_positions p JOIN " + positions + " USING (position_id)",
                true);
        members.bringIn(
                workbench,
                List.of(DimensionSource.REGIONS),
                "SELECT c.region_id FROM tracktik.dim_clients c JOIN tracktik.dim_positions p USING (client_id) JOIN "
                        + positions + " USING (position_id)",
                true);
        members.bringIn(
                workbench,
                List.of(DimensionSource.employees(settings.withContactDetails())),
                "SELECT employee_id FROM " + shifts,
                true);
        members.bringIn(workbench, List.of(DimensionSource.PAY_CODES), "SELECT pay_code_id FROM " + shifts, true);
        members.bringIn(
                workbench, List.of(DimensionSource.BILLING_CODES), "SELECT billing_code_id FROM " + billed, true);
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
            Workbench workbench,
            Feed<T> feed,
            String missedShifts,
            String table,
            Function<Query, Paged<T>> collection) {
        List<Long> missed = workbench.work(
                "Looking for what is missed", connection -> new NamedSql(connection, Map.of()).ids(missedShifts));
        if (missed.isEmpty()) {
            return LoadCounts.NONE;
        }
        Attempt attempt = ledger.begin(feed.name());
        try {
            Extract more =
                    stage(workbench, feed, List.of(collection.apply(Query.all().in("shift", missed))), attempt);
            return workbench.transaction("Completing " + feed.name(), connection -> {
                new NamedSql(connection, Map.of())
                        .run("INSERT INTO " + table + " SELECT * FROM " + more.table() + " ON CONFLICT DO NOTHING");
                ledger.loaded(connection, attempt, more.counts(), now());
                return more.counts();
            });
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }
}
