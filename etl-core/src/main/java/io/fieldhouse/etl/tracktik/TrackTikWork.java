package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.dimension.DimensionRefresh;
import io.fieldhouse.etl.dimension.MissingMembers;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.StepWork;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikDimensions;
import io.fieldhouse.etl.tracktik.shifts.ShiftCells;
import io.fieldhouse.etl.tracktik.shifts.ShiftChanges;
import io.fieldhouse.tracktik.TrackTik;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Does the steps of a load of TrackTik. */
final class TrackTikWork implements StepWork {
    static final String MISSING_SITES = "missing sites";
    static final String CHANGED_SHIFTS = "changed shifts";
    static final String QUALITY = "quality of dimensions";

    private static final Statements SQL = Statements.of(TrackTikWork.class);

    private final LoadContext context;
    private final TrackTikSettings settings;
    private final TrackTikDimensions dimensions;
    private final DimensionRefresh refresh;
    private final MissingMembers members;
    private final ShiftChanges changes;
    private final ShiftCells shifts;
    private final Supplier<Supplier<List<Step>>> outstanding;

    /**
     * Takes what it needs.
     *
     * @param outstanding prepares to look for the steps of units that are to be loaded again, and were not planned
     */
    TrackTikWork(
            TrackTik tracktik,
            LoadContext context,
            TrackTikSettings settings,
            Supplier<Supplier<List<Step>>> outstanding) {
        this.context = context;
        this.settings = settings;
        this.outstanding = outstanding;
        dimensions = TrackTikDimensions.of(tracktik, settings.withContactDetails());
        refresh = new DimensionRefresh(context);
        members = new MissingMembers(refresh);
        changes = new ShiftChanges(tracktik, context);
        // The server reads them all from its disk: once a load.
        List<String> zones =
                context.warehouse().work("Reading the server's time zones", sql -> sql.texts(SQL.get("time-zones")));
        shifts = new ShiftCells(tracktik, context, settings.strategy(), settings.rules(), dimensions, members, zones);
    }

    @Override
    public Prepared prepare(Step step, List<Claim> claims) {
        Claim claim = claims.get(0);
        String feed = claim.unit().feed();
        if (step instanceof Step.Refresh) {
            return feed.equals(MISSING_SITES) ? new MissingSites() : refresh.all(dimensions.of(feed), claim);
        }
        if (step instanceof Step.Follow) {
            return changes.prepare(claim, outstanding.get());
        }
        return step instanceof Step.Cells ? shifts.prepare(claims) : new DimensionCheck();
    }

    /** A position may be at an account that is not a client: only where that is known, can the position be asked for. */
    private final class MissingSites implements Prepared {
        private final Workbench workbench = Workbench.open(context.warehouse());

        @Override
        public Done commit(Claim claim) {
            members.bringIn(
                    workbench,
                    List.of(
                            new MissingMembers.Wanted(
                                    List.of(dimensions.clients(), dimensions.accounts()),
                                    SQL.get("sites-of-positions"),
                                    true),
                            new MissingMembers.Wanted(
                                    List.of(dimensions.regions()), SQL.get("regions-of-sites"), true)));
            return workbench.transaction("Ending " + claim.unit().title(), sql -> {
                context.ledger().loaded(sql, claim, LoadCounts.NONE, 0, context.now());
                return new Done(LoadCounts.NONE);
            });
        }

        @Override
        public void close() {
            workbench.close();
        }
    }

    /** Last, when members that only facts name are there, too. */
    private final class DimensionCheck implements Prepared {
        private final Workbench workbench = Workbench.open(context.warehouse());

        @Override
        public Done commit(Claim claim) {
            QualityCheck check = QualityCheck.ofDimensions(claim.attempt().withoutUnit(), Set.of());
            return workbench.transaction("Checking the dimensions", sql -> {
                check.run(sql, settings.rules().all());
                context.ledger().loaded(sql, claim, LoadCounts.NONE, 0, context.now());
                return new Done(LoadCounts.NONE);
            });
        }

        @Override
        public void close() {
            workbench.close();
        }
    }
}
