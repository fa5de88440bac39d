package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shifts of a period whose positions have no site, and so belong to no sub-region: they are kept in quarantine until
 * somebody gives the position a site, and its sub-region's unit is loaded again.
 */
final class SitelessShifts implements UnitLoader.Fetched {
    private final Workbench workbench;
    private final LoadLedger ledger;
    private final Extract shifts;
    private final ServerZones zones;
    private final OffsetDateTime asOf;

    SitelessShifts(Workbench workbench, LoadLedger ledger, Extract shifts, ServerZones zones, OffsetDateTime asOf) {
        this.workbench = workbench;
        this.ledger = ledger;
        this.shifts = shifts;
        this.zones = zones;
        this.asOf = asOf;
    }

    /** The positions that were ever without a site, or at one of no region. */
    static List<Long> positions(Connection connection) throws SQLException {
        return new NamedSql(connection, Map.of()).ids("""
                SELECT DISTINCT p.position_id FROM tracktik.dim_positions p
                LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
                WHERE c.region_id IS NULL AND NOT p.inferred
                ORDER BY 1""");
    }

    @Override
    public LoadCounts commit(Claim claim) {
        return workbench.transaction("Committing " + claim.unit().title(), connection -> {
            UnitFacts.takeTurns(new NamedSql(connection, Map.of()));
            Window days = claim.unit().window();
            long kept = PlacedShifts.quarantine(
                    Sql.on(connection, "Committing " + claim.unit().title())
                            .with("from_day", days.from())
                            .with("to_day", days.to())
                            .with("as_of", asOf)
                            .with("zones", zones.on(connection)),
                    claim.attempt(),
                    "SELECT s.shift_id::text, 'no place', 'Its position has no site, or its site no region.', s.raw FROM "
                            + shifts.table() + " s CROSS JOIN LATERAL " + PlacedShifts.START
                            + " LEFT JOIN unnest(:zones) z (name) ON z.name = s.time_zone WHERE (s.starts_at IS NULL"
                            + " OR (s.starts_at AT TIME ZONE coalesce(z.name, 'UTC'))::date"
                            + " BETWEEN :from_day AND :to_day) AND EXISTS (SELECT FROM (" + PlacedShifts.positions()
                            + ") p LEFT JOIN (" + PlacedShifts.clients() + ") c ON c.client_id = p.client_id AND "
                            + PlacedShifts.held("c") + " WHERE p.position_id = s.position_id AND "
                            + PlacedShifts.held("p") + " AND c.region_id IS NULL)");
            if (shifts.staged().nameless() == 0) {
                QuarantinedShifts.settleGone(
                        new NamedSql(connection, unplaced(claim.unit().periodId())),
                        shifts.table().toString());
            }
            if (shifts.staged().quarantined() == 0) {
                settleInOrder(connection, claim);
            }
            LoadCounts counts = shifts.counts().plus(LoadCounts.read(0, kept, 0, 0));
            ledger.loaded(connection, claim, counts, 0, asOf);
            return counts;
        });
    }

    /** What could not be read before can be read now, or is gone; what has no place waits for one. */
    private static void settleInOrder(Connection connection, Claim claim) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit_id", claim.attempt().unitId());
        new NamedSql(connection, values).run("""
                UPDATE etl.quarantine SET settled_at = now()
                WHERE source = 'tracktik' AND feed = 'shifts' AND settled_at IS NULL AND unit_id = :unit_id
                  AND reason_kind <> 'no place'""");
    }

    private static Map<String, @Nullable Object> unplaced(@Nullable Integer periodId) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("period_id", periodId);
        values.put("region_id", null);
        return values;
    }

    @Override
    public void close() {
        workbench.close();
    }
}
