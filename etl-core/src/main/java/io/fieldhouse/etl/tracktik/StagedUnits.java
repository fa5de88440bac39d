package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;

/** What was staged for the sub-regions of one period, ready to be committed one by one. */
final class StagedUnits implements UnitLoader.Fetched {
    private final Workbench workbench;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final StagedShifts staged;
    private final OffsetDateTime asOf;
    private LoadCounts read;

    /**
     * Takes what was staged.
     *
     * @param read what was read for all of them; the first that is committed counts it
     */
    StagedUnits(
            Workbench workbench,
            LoadLedger ledger,
            TrackTikSettings settings,
            StagedShifts staged,
            OffsetDateTime asOf,
            LoadCounts read) {
        this.workbench = workbench;
        this.ledger = ledger;
        this.settings = settings;
        this.staged = staged;
        this.asOf = asOf;
        this.read = read;
    }

    @Override
    public LoadCounts commit(Claim claim) {
        LoadCounts counts =
                workbench.transaction("Committing " + claim.unit().title(), connection -> commit(connection, claim));
        read = LoadCounts.NONE;
        return counts;
    }

    private LoadCounts commit(Connection connection, Claim claim) throws SQLException {
        UnitFacts facts = new UnitFacts(
                connection,
                staged,
                Objects.requireNonNull(claim.unit().periodId()),
                Objects.requireNonNull(claim.unit().regionId()),
                asOf,
                claim.attempt().runId(),
                settings.vanishedShare());
        FactReport report = facts.reload();
        LoadCounts counts = read.plus(
                new LoadCounts(0, report.inserted(), report.updated(), report.deleted(), report.unchanged(), 0, 0, 0));
        ledger.loaded(connection, claim, counts, facts.rows(), asOf);
        return counts;
    }

    @Override
    public void close() {
        workbench.close();
    }
}
