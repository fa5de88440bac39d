package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of units and the log of attempts, both in the database: however many processes load, on however many
 * machines, no two are at the same unit, and what a dead one had claimed lapses. Thread-safe.
 */
public final class LoadLedger {
    private static final String IS_UNIT = """
            (source, feed, window_from, window_to) = (:source, :feed, :window_from, :window_to)
            AND (period_id, region_id, bu_key) IS NOT DISTINCT FROM (:period_id::integer, :region_id::bigint, :bu_key::text)""";
    private static final String COLUMNS = """
            unnest(:feeds, :period_ids, :region_ids, :bu_keys, :from_days, :to_days, :settled)
                WITH ORDINALITY p (feed, period_id, region_id, bu_key, window_from, window_to, settled_at, place)""";

    private final DataSource warehouse;
    private final String source;
    private final String worker;
    private final UUID loadId;
    private final Duration lease;
    private final AttemptLog log;

    private LoadLedger(DataSource warehouse, String source, String kind, String worker, UUID loadId, Duration lease) {
        this.warehouse = warehouse;
        this.source = source;
        this.worker = worker;
        this.loadId = loadId;
        this.lease = lease;
        this.log = new AttemptLog(source, kind, worker, loadId);
    }

    /**
     * The ledger as a load sees it that begins.
     *
     * @param source the vendor
     * @param kind what was asked for, such as {@code backfill}
     * @param process which process of which machine this is
     * @param lease how long a claim holds unless it is renewed
     */
    public static LoadLedger open(DataSource warehouse, String source, String kind, String process, Duration lease) {
        UUID loadId = random(warehouse);
        return new LoadLedger(warehouse, source, kind, process + " " + loadId, loadId, lease);
    }

    /** The ledger as a load sees it that was planned. */
    public static LoadLedger open(DataSource warehouse, String source, LoadPlan plan, String process, Duration lease) {
        return new LoadLedger(warehouse, source, plan.kind(), process + " " + random(warehouse), plan.loadId(), lease);
    }

    private static UUID random(DataSource warehouse) {
        try (Connection connection = warehouse.getConnection()) {
            return UUID.fromString(new NamedSql(connection, Map.of())
                    .texts("SELECT gen_random_uuid()")
                    .get(0));
        } catch (SQLException e) {
            throw LoadException.of("Opening the ledger", e);
        }
    }

    public UUID loadId() {
        return loadId;
    }

    /** What was read for several units, such as dimensions, by all who have worked at this load. */
    public LoadCounts readForAll() {
        return transaction("Adding up", log::readForAll);
    }

    private interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    private <R> R transaction(String attempt, Work<R> work) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing to undo.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw LoadException.of(attempt, e);
        }
    }

    private NamedSql sql(Connection connection, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("source", source);
        all.put("worker", worker);
        all.put("lease", lease.toMillis());
        return new NamedSql(connection, all);
    }

    /**
     * Says where units stand, and writes nothing.
     *
     * @param force whether they are to be loaded even where they are loaded already
     */
    public List<PlannedUnit> look(List<Unit> units, boolean force) {
        return transaction("Looking at the units", connection -> {
            Map<String, @Nullable Object> values = columnsOf(connection, units);
            values.put("force", force);
            return sql(connection, values)
                    .all(
                            """
                    SELECT place, CASE WHEN :force THEN now() ELSE least(settled_at, now()) END,
                           coalesce(u.state, 'pending'), u.loaded_at
                    FROM""" + " " + COLUMNS + """
                     LEFT JOIN etl.load_units u
                        ON (u.source, u.feed, u.window_from, u.window_to) = (:source, p.feed, p.window_from, p.window_to)
                        AND (u.period_id, u.region_id, u.bu_key) IS NOT DISTINCT FROM (p.period_id, p.region_id, p.bu_key)
                    ORDER BY place""",
                            row -> new PlannedUnit(
                                    units.get(row.getInt(1) - 1),
                                    row.getObject(2, OffsetDateTime.class),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class)));
        });
    }

    /** Enters the units that are not there yet: loads that enter the same ones, in the same order, never wait in a circle. */
    public void enter(List<Unit> units) {
        transaction(
                "Entering the units",
                connection -> sql(connection, columnsOf(connection, units)).run("""
                        INSERT INTO etl.load_units (source, feed, period_id, region_id, bu_key, window_from, window_to)
                        SELECT :source, feed, period_id, region_id, bu_key, window_from, window_to
                        FROM""" + " " + COLUMNS + """
                         ORDER BY feed, window_from, window_to, period_id, region_id, bu_key
                        ON CONFLICT DO NOTHING"""));
    }

    /** The units, column by column. */
    private static Map<String, @Nullable Object> columnsOf(Connection connection, List<Unit> units)
            throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("feeds", column(connection, "text", units, Unit::feed));
        values.put("period_ids", column(connection, "integer", units, Unit::periodId));
        values.put("region_ids", column(connection, "bigint", units, Unit::regionId));
        values.put("bu_keys", column(connection, "text", units, Unit::buKey));
        values.put(
                "from_days",
                column(connection, "date", units, unit -> unit.window().from()));
        values.put(
                "to_days",
                column(connection, "date", units, unit -> unit.window().to()));
        values.put("settled", column(connection, "timestamptz", units, Unit::settledAt));
        return values;
    }

    private static Array column(
            Connection connection, String type, List<Unit> units, Function<Unit, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, units.stream().map(value).toArray());
    }

    private static Map<String, @Nullable Object> valuesOf(Unit unit) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("feed", unit.feed());
        values.put("period_id", unit.periodId());
        values.put("region_id", unit.regionId());
        values.put("bu_key", unit.buKey());
        values.put("window_from", unit.window().from());
        values.put("window_to", unit.window().to());
        return values;
    }

    /** Claims a unit, unless it is loaded or another worker has it; what its last worker left is ended. */
    public Optional<Claim> claim(PlannedUnit planned) {
        Map<String, @Nullable Object> values = valuesOf(planned.unit());
        values.put("since", planned.since());
        return transaction("Claiming " + planned.unit().title(), connection -> {
            List<List<Long>> claimed =
                    sql(connection, values).rows("""
                    UPDATE etl.load_units
                    SET state = 'claimed', claimed_by = :worker, attempts = attempts + 1,
                        claim_expires_at = now() + :lease * interval '1 millisecond'
                    WHERE (state IN ('pending', 'failed')
                           OR state = 'loaded' AND loaded_at < :since
                           OR state = 'claimed' AND claim_expires_at < now())
                      AND""" + " " + IS_UNIT + " RETURNING unit_id, attempts");
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            long unitId = claimed.get(0).get(0);
            sql(connection, Map.of("unit_id", unitId)).run("""
                    UPDATE etl.etl_run_log
                    SET state = 'interrupted', ended_at = now(), error_kind = 'INTERRUPTED',
                        error_message = 'Its worker came to its end, or was silent for too long.'
                    WHERE unit_id = :unit_id AND state = 'running'""");
            Attempt attempt = new Attempt(log.begin(connection, planned.unit().feed(), unitId), unitId);
            return Optional.of(new Claim(planned, attempt, claimed.get(0).get(1).intValue()));
        });
    }

    /** Whether a unit is loaded, and needs no loading any more. */
    public boolean isLoaded(PlannedUnit planned) {
        Map<String, @Nullable Object> values = valuesOf(planned.unit());
        values.put("since", planned.since());
        return transaction(
                "Looking at " + planned.unit().title(),
                connection -> sql(connection, values)
                        .holds("EXISTS (SELECT FROM etl.load_units WHERE state = 'loaded' AND loaded_at >= :since AND "
                                + IS_UNIT + ")"));
    }

    /**
     * Lets the claims of this worker hold for another lease; one that is being committed needs no more.
     *
     * @param longest how long ago a claim may have been made: an older one is left to lapse, since its worker hangs
     */
    public void renew(Duration longest) {
        transaction(
                "Renewing the claims",
                connection ->
                        sql(connection, Map.of("longest", longest.toMillis())).run("""
                        UPDATE etl.load_units SET claim_expires_at = now() + :lease * interval '1 millisecond'
                        WHERE unit_id IN (SELECT unit_id FROM etl.load_units u
                                          WHERE claimed_by = :worker AND state = 'claimed'
                                            AND EXISTS (SELECT FROM etl.etl_run_log r
                                                        WHERE r.unit_id = u.unit_id AND r.state = 'running'
                                                          AND r.started_at > now() - :longest * interval '1 millisecond')
                                          FOR UPDATE SKIP LOCKED)"""));
    }

    /**
     * Ends a claim as loaded, within the transaction that commits the unit's rows.
     *
     * @param rows how many rows the unit has now
     * @throws LoadException if the claim had lapsed when the transaction began, whether or not another worker has it
     */
    public void loaded(Connection connection, Claim claim, LoadCounts counts, long rows, OffsetDateTime asOf)
            throws SQLException {
        Map<String, @Nullable Object> values = ending(claim);
        values.put("rows", rows);
        values.put("run_id", claim.attempt().runId());
        long ended = sql(connection, values).run("""
                UPDATE etl.load_units
                SET state = 'loaded', claimed_by = NULL, claim_expires_at = NULL, row_count = :rows,
                    loaded_at = (SELECT started_at FROM etl.etl_run_log WHERE run_id = :run_id),
                    last_error = NULL
                WHERE unit_id = :unit_id AND state = 'claimed' AND claimed_by = :worker AND attempts = :turn
                  AND claim_expires_at >= now()""");
        if (ended == 0) {
            throw new LoadException(
                    Kind.TRANSIENT,
                    claim.unit().title() + " was not committed: its claim lapsed, and another worker may have it.",
                    null);
        }
        log.loaded(connection, claim.attempt().runId(), counts, asOf);
    }

    /** Ends a claim as failed, or as interrupted, in a transaction of its own, and says what was read for it by then. */
    public LoadCounts failed(Claim claim, LoadException failure) {
        Map<String, @Nullable Object> values = ending(claim);
        values.put("state", failure.kind() == Kind.INTERRUPTED ? "pending" : "failed");
        values.put("error", failure.getMessage());
        return transaction("Noting that " + claim.unit().title() + " failed", connection -> {
            sql(connection, values).run("""
                    UPDATE etl.load_units
                    SET state = :state, claimed_by = NULL, claim_expires_at = NULL, last_error = :error
                    WHERE unit_id = :unit_id AND state = 'claimed' AND claimed_by = :worker AND attempts = :turn""");
            return log.failed(connection, claim.attempt().runId(), failure);
        });
    }

    private static Map<String, @Nullable Object> ending(Claim claim) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit_id", claim.attempt().unitId());
        values.put("turn", claim.turn());
        return values;
    }

    /** Begins an attempt at a feed that is no unit's, such as one that several units need; those of dead processes end. */
    public Attempt begin(String feed) {
        return transaction("Beginning " + feed, connection -> {
            sql(connection, Map.of("feed", feed)).run("""
                    UPDATE etl.etl_run_log
                    SET state = 'interrupted', ended_at = now(), error_kind = 'INTERRUPTED',
                        error_message = 'It did not come to an end within a day.'
                    WHERE state = 'running' AND unit_id IS NULL AND source = :source AND feed = :feed
                      AND started_at < now() - interval '1 day'""");
            return new Attempt(log.begin(connection, feed, null), null);
        });
    }

    /** Ends such an attempt, within the transaction that commits its rows. */
    public void loaded(Connection connection, Attempt attempt, LoadCounts counts, OffsetDateTime asOf)
            throws SQLException {
        log.loaded(connection, attempt.runId(), counts, asOf);
    }

    /** Ends such an attempt as failed, or as interrupted; what it had read by then is in the log. */
    public void failed(Attempt attempt, LoadException failure) {
        transaction("Noting a failure", connection -> log.failed(connection, attempt.runId(), failure));
    }

    /** Counts what an attempt has read, for the case that it fails. */
    public void read(Attempt attempt, LoadCounts counts) {
        log.read(attempt.runId(), counts);
    }

    /**
     * Whether this load has read a feed that several units need already, by whichever process.
     *
     * @param longest how long ago it may have begun to: what was read before that may be out of date
     */
    public boolean isFresh(String feed, Duration longest) {
        return transaction("Looking for what is read of " + feed, connection -> log.isFresh(connection, feed, longest));
    }
}
