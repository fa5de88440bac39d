package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of units and the log of attempts, both in the database: however many processes load, on however many machines,
 * no two work at the same unit, and what a dead one had claimed lapses. Thread-safe.
 */
public final class LoadLedger {
    private static final Statements SQL = Statements.of(LoadLedger.class);

    private final Database warehouse;
    private final String source;
    private final UUID loadId;
    private final String worker;
    private final Map<String, Object> load;
    private final AttemptLog log;

    private LoadLedger(Database warehouse, String source, String kind, String worker, UUID loadId, Duration lease) {
        this.warehouse = warehouse;
        this.source = source;
        this.loadId = loadId;
        this.worker = worker;
        this.load = Map.of("source", source, "worker", worker, "lease", lease.toMillis());
        this.log = new AttemptLog(source, kind, worker, loadId);
    }

    /** Shows the ledger to a load that is planned. */
    static LedgerView planning(Database warehouse, String source) {
        return new LedgerView(warehouse, source, random(warehouse));
    }

    /**
     * Opens the ledger for a load that was planned.
     *
     * @param process which process of which machine this is
     * @param lease how long a claim holds unless it is renewed
     */
    public static LoadLedger open(Database warehouse, LoadPlan plan, String process, Duration lease) {
        return new LoadLedger(
                warehouse, plan.source(), plan.kind(), process + " " + random(warehouse), plan.loadId(), lease);
    }

    private static UUID random(Database warehouse) {
        return warehouse.work(
                "Opening the ledger", sql -> sql.one(SQL.get("random"), row -> row.getObject(1, UUID.class)));
    }

    /** The ledger as planning sees it. */
    public LedgerView view() {
        return new LedgerView(warehouse, source, loadId);
    }

    private <R> R transaction(String attempt, Function<Sql, R> work) {
        return warehouse.transaction(attempt, sql -> work.apply(sql.with(load)));
    }

    private static Map<String, @Nullable Object> key(PlannedUnit planned) {
        Unit unit = planned.unit();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("feed", unit.feed());
        values.put("scope", unit.scope().json());
        values.put("window_from", unit.window() == null ? null : unit.window().from());
        values.put("window_to", unit.window() == null ? null : unit.window().to());
        values.put("since", planned.since());
        return values;
    }

    /** Enters the units that are not there. */
    void enter(List<Unit> units) {
        transaction("Entering the units", sql -> {
            Sql some = sql.with(UnitColumns.of(units));
            some.run(SQL.get("retitle"));
            return some.run(SQL.get("enter"));
        });
    }

    /** Claims a unit, unless it is loaded or another worker has it; what its last worker has left is ended. */
    Optional<Claim> claim(PlannedUnit planned) {
        return transaction(
                "Claiming " + planned.unit().title(),
                sql -> sql.with(key(planned))
                        .first(SQL.get("claim"), row -> List.of(row.getLong(1), row.getLong(2)))
                        .map(claimed -> new Claim(
                                planned,
                                log.beginUnit(sql, planned.unit().feed(), claimed.get(0)),
                                claimed.get(1).intValue())));
    }

    /** Whether a unit is loaded, and does not need to be loaded any more. */
    boolean isLoaded(PlannedUnit planned) {
        return transaction(
                "Looking at " + planned.unit().title(),
                sql -> sql.with(key(planned)).holds(SQL.get("is-loaded")));
    }

    /**
     * Lets the claims of this worker hold for another lease.
     *
     * @param longest how long ago a claim may have been made: an older one is left to lapse, since its worker hangs
     */
    void renew(Duration longest) {
        transaction(
                "Renewing the claims",
                sql -> sql.with("longest", longest.toMillis()).run(SQL.get("renew")));
    }

    /**
     * Ends a claim as loaded, within the transaction that commits the unit's rows.
     *
     * @param rows how many rows the unit has now
     * @throws LoadException if the claim had lapsed when the transaction began, whether or not another worker has it
     */
    public void loaded(Sql sql, Claim claim, LoadCounts counts, long rows, OffsetDateTime asOf) {
        long ended = ending(sql, claim)
                .with("rows", rows)
                .with("run_id", claim.attempt().runId())
                .run(SQL.get("end-as-loaded"));
        if (ended == 0) {
            throw new LoadException(
                    Kind.TRANSIENT,
                    claim.unit().title() + " was not committed: its claim lapsed, and another worker may have it.",
                    null);
        }
        log.loaded(sql, claim.attempt().runId(), counts, asOf);
    }

    /** Ends a claim as failed, or as interrupted, in a transaction of its own, and returns what was read for it by then. */
    LoadCounts failed(Claim claim, LoadException failure) {
        return transaction("Noting that " + claim.unit().title() + " failed", sql -> {
            ending(sql, claim)
                    .with("state", failure.kind() == Kind.INTERRUPTED ? "pending" : "failed")
                    .with("error", failure.getMessage())
                    .run(SQL.get("end-as-failed"));
            return log.failed(sql, claim.attempt().runId(), failure);
        });
    }

    private Sql ending(Sql sql, Claim claim) {
        return sql.with("worker", worker)
                .with("unit_id", claim.attempt().unitId())
                .with("turn", claim.turn());
    }

    /** Begins an attempt that is at no unit, such as at a feed that several units need. */
    public Attempt begin(String feed) {
        return transaction("Beginning " + feed, sql -> log.begin(sql, feed));
    }

    /** Ends such an attempt, within the transaction that commits its rows. */
    public void loaded(Sql sql, Attempt attempt, LoadCounts counts, OffsetDateTime asOf) {
        log.loaded(sql, attempt.runId(), counts, asOf);
    }

    /** Ends such an attempt as failed, or as interrupted; what it had read by then is in the log. */
    public void failed(Attempt attempt, LoadException failure) {
        transaction("Noting a failure", sql -> log.failed(sql, attempt.runId(), failure));
    }

    /** Counts what an attempt has read, for the case that it fails. */
    public void read(Attempt attempt, LoadCounts counts) {
        log.read(attempt.runId(), counts);
    }

    /** What was read for several units, such as missing members, by all workers of this load. */
    LoadCounts readForAll() {
        return transaction("Adding up", log::readForAll);
    }
}
