package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Shifts of a period whose positions have no site, and so belong to no sub-region: they are kept in quarantine until
 * somebody gives the position a site, and its sub-region's unit is loaded again.
 */
final class SitelessShifts implements UnitLoader.Fetched {
    private final Workbench workbench;
    private final LoadLedger ledger;
    private final Extract shifts;
    private final OffsetDateTime asOf;

    SitelessShifts(Workbench workbench, LoadLedger ledger, Extract shifts, OffsetDateTime asOf) {
        this.workbench = workbench;
        this.ledger = ledger;
        this.shifts = shifts;
        this.asOf = asOf;
    }

    /** The positions that were ever without a site. */
    static List<Long> positions(Connection connection) throws SQLException {
        return new NamedSql(connection, Map.of())
                .ids(
                        "SELECT DISTINCT position_id FROM tracktik.dim_positions WHERE client_id IS NULL AND NOT inferred ORDER BY 1");
    }

    @Override
    public LoadCounts commit(Claim claim) {
        return workbench.transaction("Committing " + claim.unit().title(), connection -> {
            long kept = Quarantined.keep(
                    new NamedSql(
                            connection,
                            Quarantined.values(claim.attempt(), claim.unit().window())),
                    shifts.table(),
                    "Its position has no site.",
                    """
                    EXISTS (SELECT FROM tracktik.dim_positions p
                            WHERE p.position_id = s.position_id AND p.client_id IS NULL
                              AND p.valid_from <= s.starts_at AND s.starts_at < p.valid_to)""");
            LoadCounts counts = shifts.counts().plus(LoadCounts.read(0, kept, 0, 0));
            ledger.loaded(connection, claim, counts, 0, asOf);
            return counts;
        });
    }

    @Override
    public void close() {
        workbench.close();
    }
}
