package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.StepWork;
import io.fieldhouse.etl.load.StepWork.Done;
import io.fieldhouse.etl.load.Watermarks;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Answer;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikAnswer;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows the changes of shifts: finds the units whose shifts TrackTik has changed since it was last asked, and puts them back
 * into the ledger as pending. The watermark moves in the transaction that does so: a change is either before it, or its unit
 * is pending.
 */
public final class ShiftChanges {
    private static final Statements SQL = Statements.of(ShiftChanges.class);

    /** Machines' clocks differ, and TrackTik counts whole seconds; what is known already marks nothing. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final TrackTik tracktik;
    private final LoadContext context;
    private final Watermarks watermarks = new Watermarks(TrackTikFeeds.SHIFTS.source(), TrackTikFeeds.SHIFTS.name());

    public ShiftChanges(TrackTik tracktik, LoadContext context) {
        this.tracktik = tracktik;
        this.context = context;
    }

    /**
     * Reads what has changed, ready to be committed.
     *
     * @param outstanding the steps that load pending units, to be asked for after the commit
     */
    public StepWork.Prepared prepare(Claim claim, Supplier<List<Step>> outstanding) {
        Workbench workbench = Workbench.open(context.warehouse());
        try {
            OffsetDateTime asOf = context.now();
            Optional<OffsetDateTime> since = workbench.work(
                    "Looking for the watermark", sql -> watermarks.find(sql).or(() -> watermarks.firstLoad(sql)));
            List<Answer<Shift>> answers = since.map(moment -> List.<Answer<Shift>>of(changedSince(moment)))
                    .orElse(List.of());
            Extract changed = Extract.of(
                    workbench,
                    context.ledger(),
                    TrackTikFeeds.SHIFTS,
                    answers,
                    claim.attempt().withoutUnit(),
                    context.limits().stage());
            return new Changed(workbench, asOf, since.isPresent(), changed, outstanding);
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    private TrackTikAnswer<Shift> changedSince(OffsetDateTime since) {
        Query query = Query.all()
                .include("modifiedOn")
                .since("modifiedOn", since.toInstant().minus(OVERLAP));
        return new TrackTikAnswer<>(
                TrackTikFeeds.SHIFTS.name(), tracktik.scheduling().shifts(query));
    }

    private final class Changed implements StepWork.Prepared {
        private final Workbench workbench;
        private final OffsetDateTime asOf;
        private final boolean isAsked;
        private final Extract changed;
        private final Supplier<List<Step>> outstanding;

        Changed(
                Workbench workbench,
                OffsetDateTime asOf,
                boolean isAsked,
                Extract changed,
                Supplier<List<Step>> outstanding) {
            this.workbench = workbench;
            this.asOf = asOf;
            this.isAsked = isAsked;
            this.changed = changed;
            this.outstanding = outstanding;
        }

        @Override
        public Done commit(Claim claim) {
            LoadCounts counts = workbench.transaction("Marking the units that changed", sql -> mark(sql, claim));
            return new Done(counts, outstanding);
        }

        private LoadCounts mark(Sql sql, Claim claim) {
            CommitShifts.takeTurn(sql);
            sql.with("shifts", changed.table()).run(SQL.get("find-changed-units"));
            sql.run(SQL.get("mark"));
            if (isAsked && !sql.holds(SQL.get("is-any-under-way"))) {
                watermarks.move(sql, asOf, claim.attempt());
            }
            context.ledger().loaded(sql, claim, changed.counts(), 0, asOf);
            return changed.counts();
        }

        @Override
        public void close() {
            workbench.close();
        }
    }
}
