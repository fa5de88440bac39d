package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.client.Paged;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.dimension.MissingMembers;
import io.fieldhouse.etl.dimension.MissingMembers.Wanted;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Quarantine;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikAnswer;
import io.fieldhouse.etl.tracktik.catalog.TrackTikDimensions;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks for what staged shifts refer to and what is missing. What belongs to a shift may lie outside of the days that were
 * asked for: then it is asked for by the shift.
 */
final class CompleteShifts {
    private static final Statements SQL = Statements.of(CompleteShifts.class);

    private final TrackTik tracktik;
    private final LoadContext context;
    private final TrackTikDimensions dimensions;
    private final MissingMembers members;
    private final Workbench workbench;
    private final Attempt attempt;

    CompleteShifts(
            TrackTik tracktik,
            LoadContext context,
            TrackTikDimensions dimensions,
            MissingMembers members,
            Workbench workbench,
            Attempt attempt) {
        this.tracktik = tracktik;
        this.context = context;
        this.dimensions = dimensions;
        this.members = members;
        this.workbench = workbench;
        this.attempt = attempt;
    }

    /**
     * Completes what was staged.
     *
     * @param zones the time zones that the database server knows
     */
    void complete(StagedShifts staged, List<Long> regions, Window window, List<String> zones) {
        Map<String, Object> place = Map.of(
                "relevant", SQL.get("relevant"),
                "regions", regions,
                "from_day", window.from(),
                "to_day", window.to(),
                "zones", zones);
        Map<String, SqlText> tables = staged.tables();
        members.bringIn(workbench, wanted(tables));
        List<Long> shifts = ids(tables, "shifts-without-sessions", place);
        long refused = add(
                staged,
                TrackTikFeeds.WORK_SESSIONS,
                "sessions",
                "shift",
                shifts,
                query -> tracktik.entities().workSessions(query));
        // The breaks of a session that was refused are not asked for: those in quarantine are not known to be gone.
        staged.add(TrackTikFeeds.BREAK_SESSIONS.name(), LoadCounts.NONE, refused);
        List<Long> sessions = shifts.isEmpty() ? List.of() : ids(tables, "sessions-of", Map.of("ids", shifts));
        add(
                staged,
                TrackTikFeeds.BREAK_SESSIONS,
                "breaks",
                "workSession",
                sessions,
                query -> tracktik.scheduling().breakSessions(ShiftQuestions.withTimes(query)));
        List<Long> unsummed = ids(tables, "shifts-without-summary", place);
        add(
                staged,
                TrackTikFeeds.SHIFT_SUMMARIES,
                "summaries",
                "shift",
                unsummed,
                query -> tracktik.scheduling().shiftSummaries(query));
        setUnusableAside(staged);
    }

    /** What is pointed to comes after what points to it, since it may come in with that. */
    private List<Wanted> wanted(Map<String, SqlText> tables) {
        return List.of(
                new Wanted(List.of(dimensions.positions()), ids(tables, "position-ids"), false),
                new Wanted(List.of(dimensions.clients(), dimensions.accounts()), ids(tables, "client-ids"), true),
                new Wanted(List.of(dimensions.regions()), ids(tables, "region-ids"), true),
                new Wanted(List.of(dimensions.employees()), ids(tables, "employee-ids"), true),
                new Wanted(List.of(dimensions.payCodes()), ids(tables, "pay-code-ids"), true),
                new Wanted(List.of(dimensions.billingCodes()), ids(tables, "billing-code-ids"), true));
    }

    private static SqlText ids(Map<String, SqlText> tables, String query) {
        SqlText text = SQL.get(query);
        for (Map.Entry<String, SqlText> table : tables.entrySet()) {
            text = text.with(table.getKey(), table.getValue());
        }
        return text;
    }

    private List<Long> ids(Map<String, SqlText> tables, String query, Map<String, ?> values) {
        return workbench.work(
                "Looking for what is missing",
                sql -> sql.with(tables).with(values).ids(SQL.get(query)));
    }

    /** Adds the records that point to something to those that are staged already, and returns how many were refused. */
    private <T> long add(
            StagedShifts staged,
            Feed<T> feed,
            String table,
            String pointer,
            List<Long> ids,
            Function<Query, Paged<T>> collection) {
        if (ids.isEmpty()) {
            return 0;
        }
        Extract more = Extract.of(
                workbench,
                context.ledger(),
                feed,
                List.of(new TrackTikAnswer<>(
                        feed.name(), collection.apply(Query.all().activeOnly().in(pointer, ids)))),
                attempt.withoutUnit(),
                context.limits().stage());
        workbench.work(
                "Completing " + feed.name(),
                sql -> sql.with("table", staged.tables().get(table))
                        .with("added", more.table())
                        .run(SQL.get("add")));
        staged.add(feed.name(), more.counts(), more.staged().quarantined());
        return more.staged().quarantined();
    }

    /** Keeps what says nothing of how long was worked; one that belongs to a shift says that somebody was there. */
    private void setUnusableAside(StagedShifts staged) {
        long unusable = workbench.work("Setting unusable sessions aside", sql -> {
            Sql sessions = sql.with(staged.tables()).with("usable", SQL.fragment("usable"));
            long kept = Quarantine.keep(
                    sessions,
                    TrackTikFeeds.WORK_SESSIONS.source(),
                    TrackTikFeeds.WORK_SESSIONS.name(),
                    attempt,
                    SQL.get("unusable-sessions"));
            sessions.run(SQL.get("drop-sessions-without-shift"));
            return kept;
        });
        staged.add(TrackTikFeeds.WORK_SESSIONS.name(), LoadCounts.read(0, unusable, 0, 0), unusable);
    }
}
