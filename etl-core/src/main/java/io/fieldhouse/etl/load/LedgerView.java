package io.fieldhouse.etl.load;

import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Statements;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The ledger as planning sees it; writes nothing. Thread-safe. */
public final class LedgerView {
    private static final Statements SQL = Statements.of(LedgerView.class);

    private final Database warehouse;
    private final String source;
    private final UUID loadId;

    LedgerView(Database warehouse, String source, UUID loadId) {
        this.warehouse = warehouse;
        this.source = source;
        this.loadId = loadId;
    }

    /** By which the ledger knows the load that is planned. */
    public UUID loadId() {
        return loadId;
    }

    /**
     * Returns the units with their states.
     *
     * @param again whether they are to be loaded even where they are loaded already
     */
    public List<PlannedUnit> look(List<Unit> units, boolean again) {
        return warehouse.work(
                "Looking at the units",
                sql -> sql.with(UnitColumns.of(units))
                        .with("source", source)
                        .with("again", again)
                        .all(
                                SQL.get("look"),
                                row -> new PlannedUnit(
                                        units.get(row.getInt(1) - 1),
                                        row.getObject(2, OffsetDateTime.class),
                                        row.getString(3),
                                        row.getObject(4, OffsetDateTime.class))));
    }

    /** Returns a unit that is about the load itself: what another load has done meanwhile is none of it. */
    public PlannedUnit always(String feed) {
        PlannedUnit planned = look(feed);
        return new PlannedUnit(planned.unit(), OffsetDateTime.MAX, planned.state(), planned.loadedAt());
    }

    /** Returns a unit of a whole feed, which each load loads again. */
    public PlannedUnit look(String feed) {
        return look(List.of(Unit.of(feed)), true).get(0);
    }

    /** Returns the scopes of the feed's units that an earlier load has left to be loaded again. */
    public List<Scope> outstanding(String feed) {
        return warehouse.work(
                "Looking for outstanding units",
                sql -> sql.with("source", source)
                        .with("feed", feed)
                        .all(SQL.get("outstanding"), row -> Scope.parse(row.getString(1))));
    }
}
