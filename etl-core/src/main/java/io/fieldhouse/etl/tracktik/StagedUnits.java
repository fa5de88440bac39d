package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.fact.FactReport;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Deque;
import java.util.Objects;
import javax.sql.DataSource;

/** What was staged for the sub-regions of one period, ready to be committed one by one. */
final class StagedUnits implements UnitLoader.Fetched {
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final StagedShifts staged;
    private final OffsetDateTime asOf;
    private final Deque<AutoCloseable> tables;
    private LoadCounts read;

    /**
     * Takes what was staged.
     *
     * @param read what was read for all of them; the first that is committed counts it
     * @param tables the staging tables, to be let go of in this order
     */
    StagedUnits(
            DataSource warehouse,
            LoadLedger ledger,
            TrackTikSettings settings,
            StagedShifts staged,
            OffsetDateTime asOf,
            LoadCounts read,
            Deque<AutoCloseable> tables) {
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.staged = staged;
        this.asOf = asOf;
        this.read = read;
        this.tables = tables;
    }

    @Override
    public LoadCounts commit(Claim claim) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            UnitFacts facts = new UnitFacts(
                    connection,
                    staged,
                    Objects.requireNonNull(claim.unit().periodId()),
                    Objects.requireNonNull(claim.unit().regionId()),
                    asOf,
                    claim.attempt().runId(),
                    settings.vanishedShare());
            FactReport report = facts.reload();
            LoadCounts counts = read.plus(new LoadCounts(
                    0, report.inserted(), report.updated(), report.deleted(), report.unchanged(), 0, 0, 0));
            ledger.loaded(connection, claim, counts, facts.rows(), asOf);
            connection.commit();
            read = LoadCounts.NONE;
            return counts;
        } catch (SQLException e) {
            throw LoadException.of("Committing " + claim.unit().title(), e);
        }
    }

    @Override
    public void close() {
        Tables.letGo(tables);
    }
}
