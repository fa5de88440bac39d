package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.dimension.MissingMembers;
import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.StepWork;
import io.fieldhouse.etl.load.StepWork.Done;
import io.fieldhouse.etl.quality.Finding;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.catalog.TrackTikDimensions;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.etl.tracktik.rules.TrackTikRules;
import io.fieldhouse.tracktik.TrackTik;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Loads the cells of shifts: reads, completes and places them, and commits them cell by cell. Thread-safe. */
public final class ShiftCells {
    /** The names of a unit's scope: a billing period and a sub-region; without a region it is what has no site. */
    public static final String PERIOD = "period";

    public static final String REGION = "region";

    private final TrackTik tracktik;
    private final LoadContext context;
    private final ShiftStrategy strategy;
    private final Rules rules;
    private final TrackTikDimensions dimensions;
    private final MissingMembers members;
    private final PlaceShifts placing;

    /**
     * Takes what it needs.
     *
     * @param zones the time zones that the database server knows
     */
    public ShiftCells(
            TrackTik tracktik,
            LoadContext context,
            ShiftStrategy strategy,
            Rules rules,
            TrackTikDimensions dimensions,
            MissingMembers members,
            List<String> zones) {
        this.tracktik = tracktik;
        this.context = context;
        this.strategy = strategy;
        this.rules = rules;
        this.dimensions = dimensions;
        this.members = members;
        this.placing = new PlaceShifts(zones);
    }

    /** Prepares cells of one period, which are read together. */
    public StepWork.Prepared prepare(List<Claim> claims) {
        Claim first = claims.get(0);
        Workbench workbench = Workbench.open(context.warehouse());
        try {
            ReadShifts reading = new ReadShifts(tracktik, context, strategy, workbench, first.attempt());
            return first.unit().scope().number(REGION).isPresent()
                    ? cells(reading, workbench, claims)
                    : new WithoutASite(
                            workbench,
                            context.now(),
                            reading.ofPositionsWithoutASite(first.unit().days()));
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    private Placed cells(ReadShifts reading, Workbench workbench, List<Claim> claims) {
        Attempt attempt = claims.get(0).attempt();
        Window window = claims.get(0).unit().days();
        OffsetDateTime asOf = context.now();
        List<Long> regions = claims.stream().map(claim -> number(claim, REGION)).toList();
        StagedShifts staged = reading.of(regions, window);
        new CompleteShifts(tracktik, context, dimensions, members, workbench, attempt)
                .complete(staged, regions, window, placing.zones());
        SqlText places = placing.place(
                workbench,
                staged,
                regions,
                window,
                asOf,
                attempt,
                context.limits().stage().badShare());
        return new Placed(workbench, asOf, staged, places);
    }

    private static long number(Claim claim, String part) {
        return claim.unit().scope().number(part).orElseThrow();
    }

    /** Shifts of sub-regions, placed. */
    private final class Placed implements StepWork.Prepared {
        private final Workbench workbench;
        private final OffsetDateTime asOf;
        private final StagedShifts staged;
        private final SqlText places;
        /** What was read for all cells: the first of them counts it. */
        private LoadCounts read;

        Placed(Workbench workbench, OffsetDateTime asOf, StagedShifts staged, SqlText places) {
            this.workbench = workbench;
            this.asOf = asOf;
            this.staged = staged;
            this.places = places;
            this.read = staged.counts();
        }

        @Override
        public Done commit(Claim claim) {
            int periodId = (int) number(claim, PERIOD);
            long regionId = number(claim, REGION);
            QualityCheck check = QualityCheck.ofUnit(
                    claim.attempt(), Map.of("period_id", periodId, "region_id", regionId), rules.stopping());
            try {
                return workbench.transaction("Committing " + claim.unit().title(), sql -> {
                    CommitShifts facts = new CommitShifts(
                            sql,
                            staged,
                            places,
                            periodId,
                            regionId,
                            asOf,
                            claim.attempt().runId(),
                            context.limits().vanishedShare());
                    FactReport report = facts.reload();
                    check.run(sql, rules.all(), Map.of(TrackTikRules.COUNT_DIFFERS, differences(periodId, regionId)));
                    LoadCounts counts = read.plus(LoadCounts.written(
                            report.inserted(), report.updated(), report.deleted(), report.unchanged()));
                    context.ledger().loaded(sql, claim, counts, facts.rows(), asOf);
                    return new Done(counts);
                });
            } catch (LoadException e) {
                if (check.hasStopped()) {
                    workbench.transaction("Keeping what stopped " + claim.unit().title(), sql -> {
                        check.keepWhatStopped(sql);
                        return claim;
                    });
                }
                throw e;
            } finally {
                // Of one that fails, the ledger has counted it.
                read = LoadCounts.NONE;
            }
        }

        private List<Finding> differences(int periodId, long regionId) {
            String key = "shifts " + periodId + "/" + regionId;
            return Finding.countDiffers("shifts", key, staged.vendorCount(), staged.came());
        }

        @Override
        public void close() {
            workbench.close();
        }
    }

    /**
     * Shifts of a period whose positions have no site, and so belong to no sub-region: they are kept in quarantine until the
     * position gets a site, and its sub-region's unit is loaded again.
     */
    private final class WithoutASite implements StepWork.Prepared {
        private final Workbench workbench;
        private final OffsetDateTime asOf;
        private final Extract shifts;

        WithoutASite(Workbench workbench, OffsetDateTime asOf, Extract shifts) {
            this.workbench = workbench;
            this.asOf = asOf;
            this.shifts = shifts;
        }

        @Override
        public Done commit(Claim claim) {
            return workbench.transaction("Committing " + claim.unit().title(), sql -> {
                CommitShifts.takeTurn(sql);
                long kept = placing.keepWithoutASite(
                        sql, shifts.table(), claim.unit().days(), asOf, claim.attempt());
                if (shifts.staged().nameless() == 0) {
                    QuarantinedShifts.settleGone(sql.with("shifts", shifts.table())
                            .with("period_id", number(claim, PERIOD))
                            .with("region_id", null));
                }
                if (shifts.staged().quarantined() == 0) {
                    QuarantinedShifts.settleReadable(sql, claim.attempt());
                }
                LoadCounts counts = shifts.counts().plus(LoadCounts.read(0, kept, 0, 0));
                context.ledger().loaded(sql, claim, counts, 0, asOf);
                return new Done(counts);
            });
        }

        @Override
        public void close() {
            workbench.close();
        }
    }
}
