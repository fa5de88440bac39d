package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.quality.Finding;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.rules.TrackTikRules;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was staged for the sub-regions of one period, ready to be committed one by one. */
final class StagedUnits implements UnitLoader.Fetched {
    private final Workbench workbench;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final Extract shifts;
    private final StagedShifts staged;
    private final OffsetDateTime asOf;
    private LoadCounts read;

    /**
     * Takes what was staged.
     *
     * @param shifts how many there are, and how many came
     * @param read what was read for all of them; the first of them counts it
     */
    StagedUnits(
            Workbench workbench,
            LoadLedger ledger,
            TrackTikSettings settings,
            Extract shifts,
            StagedShifts staged,
            OffsetDateTime asOf,
            LoadCounts read) {
        this.workbench = workbench;
        this.ledger = ledger;
        this.settings = settings;
        this.shifts = shifts;
        this.staged = staged;
        this.asOf = asOf;
        this.read = read;
    }

    @Override
    public LoadCounts commit(Claim claim) {
        int periodId = Objects.requireNonNull(claim.unit().periodId());
        long regionId = Objects.requireNonNull(claim.unit().regionId());
        QualityCheck check = QualityCheck.ofUnit(
                claim.attempt(),
                Map.of("period_id", periodId, "region_id", regionId),
                settings.rules().stopping());
        try {
            return workbench.transaction("Committing " + claim.unit().title(), connection -> {
                UnitFacts facts = new UnitFacts(
                        connection,
                        staged,
                        periodId,
                        regionId,
                        asOf,
                        claim.attempt().runId(),
                        settings.limits().vanishedShare());
                FactReport report = facts.reload();
                check.run(
                        connection,
                        settings.rules().all(),
                        Map.of(TrackTikRules.COUNT_DIFFERS, counts(periodId, regionId)));
                LoadCounts done = read.plus(new LoadCounts(
                        0, report.inserted(), report.updated(), report.deleted(), report.unchanged(), 0, 0, 0));
                ledger.loaded(connection, claim, done, facts.rows(), asOf);
                return done;
            });
        } catch (LoadException e) {
            if (check.hasStopped()) {
                workbench.transaction("Keeping what stopped " + claim.unit().title(), connection -> {
                    check.keepWhatStopped(connection);
                    return claim;
                });
            }
            throw e;
        } finally {
            // Of one that fails, the ledger has counted it.
            read = LoadCounts.NONE;
        }
    }

    private List<Finding> counts(int periodId, long regionId) {
        long counted = shifts.vendorCount();
        long came = shifts.staged().rows() + shifts.staged().quarantined();
        return TrackTikRules.countDiffers("shifts", periodId, regionId, counted, came);
    }

    @Override
    public void close() {
        workbench.close();
    }
}
