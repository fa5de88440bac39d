package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Duplicates;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Quarantine;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Paged;
import io.fieldhouse.tracktik.api.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the shifts of some sub-regions and days, and what belongs to them, onto a workbench. */
final class ShiftReading {
    private final TrackTik tracktik;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final MissingMembers members;
    private final ServerZones zones;
    private final Workbench workbench;
    private final Attempt attempt;
    private final OffsetDateTime asOf;

    ShiftReading(
            TrackTik tracktik,
            LoadLedger ledger,
            TrackTikSettings settings,
            MissingMembers members,
            ServerZones zones,
            Workbench workbench,
            Attempt attempt,
            OffsetDateTime asOf) {
        this.tracktik = tracktik;
        this.ledger = ledger;
        this.settings = settings;
        this.members = members;
        this.zones = zones;
        this.workbench = workbench;
        this.attempt = attempt;
        this.asOf = asOf;
    }

    /** Reads all of it: what comes back is ready to be committed, region by region. */
    StagedUnits read(List<Long> regions, Window window) {
        ShiftQuestions questions = workbench.work(
                "Looking for the positions of the sub-regions",
                connection -> questions(tracktik, connection, settings.strategy(), regions, window));
        Extract shifts = stage(TrackTikFeeds.SHIFTS, questions.shifts());
        if (settings.strategy() == ShiftStrategy.BY_REGION_HEADER) {
            requireNoStrangers(shifts.table().toString(), questions.regions());
        }
        Extract sessions = stage(TrackTikFeeds.WORK_SESSIONS, questions.workSessions());
        Extract breaks = stage(TrackTikFeeds.BREAK_SESSIONS, questions.breakSessions());
        Extract summaries = stage(TrackTikFeeds.SHIFT_SUMMARIES, questions.summaries());
        Extract billed = stage(TrackTikFeeds.BILLABLE_ITEMS, questions.billableItems());
        members.bringIn(
                workbench, wanted(shifts.table().toString(), billed.table().toString()));
        PlacedShifts placed = workbench.work(
                "Placing shifts",
                connection -> PlacedShifts.of(
                        connection,
                        shifts.table().toString(),
                        regions,
                        window,
                        zones,
                        asOf,
                        attempt,
                        settings.limits().stage().badShare()));
        workbench.workSql("Leaving out what came twice", sql -> {
            Duplicates.leaveOut(sql, sessions.table(), List.of("work_session_id"), "ordinal DESC");
            Duplicates.leaveOut(sql, breaks.table(), List.of("break_session_id"), "ordinal DESC");
            Duplicates.leaveOut(sql, summaries.table(), List.of("shift_id"), "ordinal DESC");
            Duplicates.leaveOut(sql, billed.table(), List.of("billable_item_id"), "ordinal DESC");
            return attempt;
        });
        StagedShifts staged = new StagedShifts(
                shifts.table().toString(),
                placed.table(),
                sessions.table().toString(),
                breaks.table().toString(),
                summaries.table().toString(),
                billed.table().toString(),
                shifts.staged().nameless() == 0,
                shifts.staged().refused().toString(),
                Set.of());
        long badSessions = completeSessions(staged);
        long badSummaries = completeSummaries(staged);
        long unusable = keepUnusable(sessions.table().toString());
        Set<String> inOrder = inOrder(Map.of(
                TrackTikFeeds.SHIFTS, shifts.staged().quarantined() + placed.problems(),
                TrackTikFeeds.WORK_SESSIONS, sessions.staged().quarantined() + badSessions + unusable,
                TrackTikFeeds.BREAK_SESSIONS, breaks.staged().quarantined() + badSessions,
                TrackTikFeeds.SHIFT_SUMMARIES, summaries.staged().quarantined() + badSummaries,
                TrackTikFeeds.BILLABLE_ITEMS, billed.staged().quarantined()));
        LoadCounts read = Stream.of(
                        shifts.counts(),
                        sessions.counts(),
                        breaks.counts(),
                        summaries.counts(),
                        billed.counts(),
                        LoadCounts.read(0, placed.problems() + unusable, 0, 0))
                .reduce(LoadCounts.NONE, LoadCounts::plus);
        return new StagedUnits(workbench, ledger, settings, shifts, staged.with(inOrder), asOf, read);
    }

    private static Set<String> inOrder(Map<Feed<?>, Long> quarantined) {
        return quarantined.entrySet().stream()
                .filter(feed -> feed.getValue() == 0)
                .map(feed -> feed.getKey().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The shifts of positions: asked for by these, whichever way the others are asked for. */
    Extract shiftsOf(List<Long> positions, Window window) {
        ShiftQuestions questions =
                new ShiftQuestions(tracktik, ShiftStrategy.BY_POSITIONS, List.of(), positions, List.of(), window);
        return stage(TrackTikFeeds.SHIFTS, questions.shifts());
    }

    private <T> Extract stage(Feed<T> feed, List<Paged<T>> questions) {
        return Extract.of(
                workbench,
                ledger,
                feed,
                questions.stream()
                        .map(question -> new TrackTikAnswer<>(feed.name(), question))
                        .toList(),
                attempt,
                settings.limits().stage());
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
        // TrackTik's header knows where a site is now, and its older shifts belong to where it was.
        List<Long> asked = strategy == ShiftStrategy.BY_REGION_HEADER ? sql.ids("""
                        SELECT unnest(:regions) UNION
                        SELECT n.region_id FROM tracktik.current_clients n
                        JOIN tracktik.dim_clients c ON c.client_id = n.client_id AND c.region_id = ANY (:regions)
                        WHERE n.region_id IS NOT NULL ORDER BY 1""") : regions;
        return new ShiftQuestions(tracktik, strategy, asked, positions, clients, window);
    }

    /** TrackTik ignores a header that it does not understand, and sends everything. */
    private void requireNoStrangers(String shifts, List<Long> regions) {
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
                            + " shifts of other regions: it does not heed the region header. Ask by positions instead: set"
                            + " tracktik.strategy to by-positions.",
                    null);
        }
    }

    /** Members that the shifts name: what is pointed to comes after what points to it, since it may come in with that. */
    private List<MissingMembers.Wanted> wanted(String shifts, String billed) {
        String positions = "(SELECT DISTINCT position_id FROM " + shifts + ") s";
        String sites = " FROM tracktik.dim_positions p JOIN " + positions + " USING (position_id)";
        return List.of(
                new MissingMembers.Wanted(
                        List.of(DimensionSource.POSITIONS), "SELECT position_id FROM " + positions, false),
                new MissingMembers.Wanted(
                        List.of(DimensionSource.CLIENTS, DimensionSource.ACCOUNTS), "SELECT p.client_id" + sites, true),
                new MissingMembers.Wanted(
                        List.of(DimensionSource.REGIONS),
                        "SELECT c.region_id" + sites + " JOIN tracktik.dim_clients c USING (client_id)",
                        true),
                new MissingMembers.Wanted(
                        List.of(DimensionSource.employees(settings.withContactDetails())),
                        "SELECT employee_id FROM " + shifts,
                        true),
                new MissingMembers.Wanted(
                        List.of(DimensionSource.PAY_CODES), "SELECT pay_code_id FROM " + shifts, true),
                new MissingMembers.Wanted(
                        List.of(DimensionSource.BILLING_CODES), "SELECT billing_code_id FROM " + billed, true));
    }

    /** What belongs to a shift may lie outside of the days that were asked for: where it is missed, it is asked for by the shift. */
    private long completeSessions(StagedShifts staged) {
        List<Long> shifts = ids(staged.missed(staged.sessions(), "s.clocked_hours > 0"), Map.of());
        long bad = add(
                TrackTikFeeds.WORK_SESSIONS,
                "shift",
                shifts,
                staged.sessions(),
                query -> tracktik.entities().workSessions(query));
        List<Long> sessions = shifts.isEmpty() ? List.of() : ids(staged.sessionsOf(), Map.of("shifts", shifts));
        return bad
                + add(
                        TrackTikFeeds.BREAK_SESSIONS,
                        "workSession",
                        sessions,
                        staged.breaks(),
                        query -> tracktik.scheduling().breakSessions(query));
    }

    private long completeSummaries(StagedShifts staged) {
        return add(
                TrackTikFeeds.SHIFT_SUMMARIES,
                "shift",
                ids(staged.missed(staged.summaries(), "s.payable_hours > 0"), Map.of()),
                staged.summaries(),
                query -> tracktik.scheduling().shiftSummaries(query));
    }

    private List<Long> ids(String query, Map<String, List<Long>> values) {
        return workbench.work("Looking for what is missed", connection -> new NamedSql(connection, values).ids(query));
    }

    private interface Collection<T> {
        Paged<T> of(Query query);
    }

    /** Adds the records that point to something to those that are staged already, and says how many could not be. */
    private <T> long add(Feed<T> feed, String pointer, List<Long> ids, String table, Collection<T> collection) {
        if (ids.isEmpty()) {
            return 0;
        }
        // In an attempt of its own, which counts it, and so in a staging table of its own.
        Attempt own = ledger.begin(feed.name());
        try {
            Extract more = Extract.of(
                    workbench,
                    ledger,
                    feed,
                    List.of(new TrackTikAnswer<>(
                            feed.name(), collection.of(Query.all().in(pointer, ids)))),
                    own,
                    settings.limits().stage());
            workbench.transaction("Completing " + feed.name(), connection -> {
                new NamedSql(connection, Map.of())
                        .run("INSERT INTO " + table + " SELECT * FROM " + more.table() + " ON CONFLICT DO NOTHING");
                ledger.loaded(connection, own, more.counts(), asOf);
                return own;
            });
            return more.staged().quarantined();
        } catch (LoadException e) {
            ledger.failed(own, e);
            throw e;
        }
    }

    /** Keeps what says nothing of how long was worked; one that belongs to a shift says that somebody was there. */
    private long keepUnusable(String sessions) {
        return workbench.workSql("Keeping what is not usable", sql -> {
            long unusable = Quarantine.keep(
                    sql,
                    TrackTikFeeds.WORK_SESSIONS.source(),
                    TrackTikFeeds.WORK_SESSIONS.name(),
                    attempt,
                    SqlText.of("""
                    SELECT work_session_id::text, 'not usable',
                           CASE WHEN shift_id IS NULL THEN 'It belongs to no shift.'
                                WHEN started_at IS NULL THEN 'It has no start.'
                                ELSE 'It ends before it starts.' END, raw
                    FROM""" + " " + sessions + " WHERE shift_id IS NULL OR NOT " + StagedShifts.USABLE));
            sql.run(SqlText.of("DELETE FROM " + sessions + " WHERE shift_id IS NULL"));
            return unusable;
        });
    }
}
