package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The shifts in quarantine. What is kept of them is not loaded from there, since it may be out of date: their units are
 * read again from TrackTik, and a load that finds them in order, or gone, settles them.
 */
public final class QuarantinedShifts {
    private static final String LOOKING = "Looking for the units of the shifts in quarantine";

    /**
     * A shift belongs where its position's site is by now, in the period in which it was read; one whose position is not
     * known belongs to the unit in whose load it came. The record may be no JSON at all, so its position is looked for
     * among its bytes, once for each record; a wrong one costs a reading.
     */
    private static final String PLACED = """
            WITH kept AS MATERIALIZED (
                SELECT q.quarantine_id, q.source_key, u.period_id, u.region_id,
                       substring(encode(q.record, 'escape')
                                 FROM '"position"\\s*:\\s*(?:\\{[^}]*"id"\\s*:\\s*)?"?(\\d{1,18})\\y')::bigint AS position_id
                FROM etl.quarantine q
                LEFT JOIN etl.load_units u USING (unit_id)
                WHERE q.source = 'tracktik' AND q.feed = 'shifts' AND q.settled_at IS NULL {and}
            ), placed AS (
                SELECT k.*, p.position_id IS NOT NULL AS has_known_position, c.region_id AS site_region_id
                FROM kept k
                LEFT JOIN tracktik.current_positions p ON p.position_id = k.position_id
                LEFT JOIN tracktik.current_clients c ON c.client_id = p.client_id
            )
            """;

    private static final String WAITING = PLACED.replace("{and}", "") + """
            SELECT u.unit_id, b.label, b.ends_on, u.region_id, r.name, u.state, count(*) AS shifts,
                   count(*) FILTER (WHERE n.source_key IS NULL) AS nameless
            FROM placed n
            LEFT JOIN etl.load_units u
                ON (u.source, u.feed, u.period_id, u.region_id) = ('tracktik', 'shifts', n.period_id, coalesce(n.site_region_id, n.region_id))
            LEFT JOIN tracktik.billing_periods b ON b.period_id = u.period_id
            LEFT JOIN tracktik.current_regions r ON r.region_id = u.region_id
            GROUP BY u.unit_id, b.label, b.ends_on, b.period_id, u.region_id, r.name, u.state
            ORDER BY b.period_id DESC, r.name, u.region_id""";

    /** What has moved to another period is settled, too: it waits for that one, if it waits. */
    private static final String GONE = PLACED.replace("{and}", """
            AND q.reason_kind = 'no place'
                  AND q.unit_id = ANY (ARRAY(SELECT unit_id FROM etl.load_units
                                             WHERE source = 'tracktik' AND feed = 'shifts' AND period_id = :period_id))
                  AND NOT EXISTS (SELECT FROM {shifts} s WHERE s.shift_id::text = q.source_key)""") + """
            UPDATE etl.quarantine q SET settled_at = now()
            FROM placed n
            WHERE q.quarantine_id = n.quarantine_id
              AND n.has_known_position AND n.site_region_id IS NOT DISTINCT FROM :region_id::bigint""";

    private final DataSource warehouse;

    /** Looks into a warehouse, as a member of the loader role. */
    public QuarantinedShifts(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Settles what waits for a place in {@code :region_id}, or at a position without a site, and is not in TrackTik any more.
     *
     * @param shifts all shifts of {@code :period_id} and that region, as they were read just now
     */
    static void settleGone(NamedSql sql, String shifts) throws SQLException {
        sql.run(GONE.replace("{shifts}", shifts));
    }

    /** Says which units would load them; writes nothing. */
    public QuarantineReplay plan() {
        try (Workbench workbench = Workbench.open(warehouse)) {
            return workbench.work(LOOKING, QuarantinedShifts::waiting);
        }
    }

    /** Marks those units, so that the next load of their periods reads them again. */
    public QuarantineReplay mark() {
        try (Workbench workbench = Workbench.open(warehouse)) {
            return workbench.transaction(LOOKING, connection -> {
                // A commit locks rows of the ledger in an order of its own: it is waited for, or waits.
                UnitFacts.takeTurns(new NamedSql(connection, Map.of()));
                QuarantineReplay replay = waiting(connection);
                mark(connection, replay);
                return replay;
            });
        }
    }

    private static void mark(Connection connection, QuarantineReplay replay) throws SQLException {
        List<Long> loaded = replay.units().stream()
                .filter(QuarantineReplay.Waiting::isLoaded)
                .map(QuarantineReplay.Waiting::unitId)
                .toList();
        new NamedSql(connection, Map.of("units", loaded)).run("""
                UPDATE etl.load_units SET state = 'pending'
                WHERE unit_id = ANY (:units) AND state = 'loaded'""");
    }

    private static QuarantineReplay waiting(Connection connection) throws SQLException {
        List<QuarantineReplay.Waiting> units = new ArrayList<>();
        List<Long> withoutUnit = new ArrayList<>();
        List<Long> withoutKey = new NamedSql(connection, Map.of()).all(WAITING, row -> {
            long shifts = row.getLong("shifts");
            if (row.getObject("unit_id") == null) {
                withoutUnit.add(shifts);
            } else {
                units.add(new QuarantineReplay.Waiting(
                        row.getLong("unit_id"),
                        row.getString("label"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("region_id"),
                        row.getString("name"),
                        row.getString("state"),
                        shifts));
            }
            return row.getLong("nameless");
        });
        return new QuarantineReplay(units, sum(withoutUnit), sum(withoutKey));
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
