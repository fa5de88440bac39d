package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.client.Paged;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Duplicates;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikAnswer;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import io.fieldhouse.tracktik.TrackTik;
import java.util.List;

/** Stages the shifts of some sub-regions and days, and what belongs to them, as TrackTik sends them. */
final class ReadShifts {
    private static final Statements SQL = Statements.of(ReadShifts.class);

    private final TrackTik tracktik;
    private final LoadContext context;
    private final ShiftStrategy strategy;
    private final Workbench workbench;
    private final Attempt attempt;

    ReadShifts(TrackTik tracktik, LoadContext context, ShiftStrategy strategy, Workbench workbench, Attempt attempt) {
        this.tracktik = tracktik;
        this.context = context;
        this.strategy = strategy;
        this.workbench = workbench;
        this.attempt = attempt;
    }

    StagedShifts of(List<Long> regions, Window window) {
        ShiftQuestions questions = questions(regions, window);
        Extract shifts = stage(TrackTikFeeds.SHIFTS, questions.shifts());
        if (strategy == ShiftStrategy.BY_REGION_HEADER) {
            requireNoStrangers(shifts, questions.regions());
        }
        Extract sessions = stage(TrackTikFeeds.WORK_SESSIONS, questions.workSessions());
        Extract breaks = stage(TrackTikFeeds.BREAK_SESSIONS, questions.breakSessions());
        Extract summaries = stage(TrackTikFeeds.SHIFT_SUMMARIES, questions.summaries());
        Extract billed = stage(TrackTikFeeds.BILLABLE_ITEMS, questions.billableItems());
        leaveOneOf(shifts, "shift_id", "source_modified_at DESC NULLS LAST, ordinal DESC");
        leaveOneOf(sessions, "work_session_id", "ordinal DESC");
        leaveOneOf(breaks, "break_session_id", "ordinal DESC");
        leaveOneOf(summaries, "shift_id", "ordinal DESC");
        leaveOneOf(billed, "billable_item_id", "ordinal DESC");
        return new StagedShifts(shifts, sessions, breaks, summaries, billed);
    }

    /** The shifts of positions that are, or were, without a site: asked for by these, whatever the strategy. */
    Extract ofPositionsWithoutASite(Window window) {
        List<Long> positions = workbench.work(
                "Looking for positions without a site", sql -> sql.ids(SQL.get("positions-without-a-site")));
        ShiftQuestions questions =
                new ShiftQuestions(tracktik, ShiftStrategy.BY_POSITIONS, List.of(), positions, List.of(), window);
        return stage(TrackTikFeeds.SHIFTS, questions.shifts());
    }

    private ShiftQuestions questions(List<Long> regions, Window window) {
        return workbench.work(
                "Looking for the positions of the sub-regions",
                sql -> questions(sql, tracktik, strategy, regions, window));
    }

    static ShiftQuestions questions(
            Sql sql, TrackTik tracktik, ShiftStrategy strategy, List<Long> regions, Window window) {
        Sql of = sql.with("regions", regions);
        return new ShiftQuestions(
                tracktik,
                strategy,
                strategy == ShiftStrategy.BY_REGION_HEADER ? of.ids(SQL.get("regions-of-header")) : regions,
                of.ids(SQL.get("positions")),
                of.ids(SQL.get("clients")),
                window);
    }

    private <T> Extract stage(Feed<T> feed, List<Paged<T>> questions) {
        List<TrackTikAnswer<T>> answers = questions.stream()
                .map(question -> new TrackTikAnswer<>(feed.name(), question))
                .toList();
        return Extract.of(
                workbench,
                context.ledger(),
                feed,
                answers,
                attempt,
                context.limits().stage());
    }

    private void leaveOneOf(Extract extract, String key, String newestFirst) {
        workbench.work("Leaving out duplicates", sql -> {
            Duplicates.leaveOut(sql, extract.table(), List.of(key), newestFirst);
            return extract;
        });
    }

    private void requireNoStrangers(Extract shifts, List<Long> regions) {
        long strangers = workbench.work(
                "Checking the regions of the shifts",
                sql -> sql.with("regions", regions)
                        .with("shifts", shifts.table())
                        .number(SQL.get("count-strangers")));
        if (strangers > 0) {
            throw new LoadException(
                    Kind.PERMANENT,
                    "TrackTik sent " + strangers
                            + " shifts of other regions: it ignores the region header. Ask by positions instead: set"
                            + " tracktik.strategy to by-positions.",
                    null);
        }
    }
}
