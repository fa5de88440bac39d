package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds the units whose shifts TrackTik has changed since it was last asked, and puts them back into the ledger as pending.
 * The watermark moves in the transaction that does so: a change is either before it, or its unit is pending.
 */
final class ChangedShifts {
    /** Machines' clocks differ, and TrackTik counts whole seconds; what is known already marks nothing. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final Clock clock;

    ChangedShifts(TrackTik tracktik, DataSource warehouse, LoadLedger ledger, TrackTikSettings settings, Clock clock) {
        this.tracktik = tracktik;
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Marks the units, and says how many. */
    long mark() {
        Optional<Instant> since = since();
        if (since.isEmpty()) {
            return 0;
        }
        OffsetDateTime asOf = clock.instant().atOffset(ZoneOffset.UTC);
        Attempt attempt = ledger.begin("changed shifts");
        Query changed = Query.all()
                .includeInactive()
                .include("modifiedOn")
                .since("modifiedOn", since.get().minus(OVERLAP));
        try (Workbench workbench = Workbench.open(warehouse)) {
            Extract extract = Extract.of(
                    workbench,
                    ledger,
                    TrackTikFeeds.SHIFTS,
                    List.of(new TrackTikAnswer<>(
                            TrackTikFeeds.SHIFTS.name(), tracktik.scheduling().shifts(changed))),
                    attempt,
                    settings.limits().stage());
            return workbench.transaction(
                    "Marking the units that changed", connection -> mark(connection, extract, attempt, asOf));
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }

    /** The watermark, or else when the first unit was loaded; before that there is nothing that could have changed. */
    private Optional<Instant> since() {
        try (Connection connection = warehouse.getConnection()) {
            return new NamedSql(connection, Map.of())
                    .all(
                            """
                            SELECT coalesce((SELECT watermark FROM etl.sync_watermarks
                                             WHERE source = 'tracktik' AND feed = 'shifts' AND scope = ''),
                                            (SELECT min(started_at) FROM etl.etl_run_log
                                             WHERE source = 'tracktik' AND unit_id IS NOT NULL AND state = 'loaded'))""",
                            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant))
                    .get(0);
        } catch (SQLException e) {
            throw LoadException.of("Looking for the watermark", e);
        }
    }

    private long mark(Connection connection, Extract extract, Attempt attempt, OffsetDateTime asOf)
            throws SQLException {
        NamedSql sql = new NamedSql(connection, Map.of("as_of", asOf, "run_id", attempt.runId()));
        // A commit locks rows of the ledger in an order of its own: it is waited for, or waits.
        UnitFacts.takeTurns(sql);
        sql.run("CREATE TEMP TABLE changed_units ON COMMIT DROP AS "
                + touched(extract.table().toString()));
        // A claim that has lapsed is of nobody, and what is left of it would keep the watermark where it is for ever.
        long marked = sql.run("""
                UPDATE etl.load_units u SET state = 'pending', claimed_by = NULL, claim_expires_at = NULL
                FROM changed_units c
                WHERE c.unit_id = u.unit_id
                  AND (u.state = 'loaded' OR u.state = 'claimed' AND u.claim_expires_at < now())""");
        // What is being loaded at this moment may have been read before the change: it is found again the next time.
        boolean underWay = sql.holds(
                "EXISTS (SELECT FROM changed_units JOIN etl.load_units USING (unit_id) WHERE state = 'claimed')");
        if (!underWay) {
            sql.run("""
                    INSERT INTO etl.sync_watermarks (source, feed, watermark, run_id)
                    VALUES ('tracktik', 'shifts', :as_of, :run_id)
                    ON CONFLICT (source, feed, scope)
                    DO UPDATE SET watermark = excluded.watermark, run_id = excluded.run_id, updated_at = now()""");
        }
        ledger.loaded(connection, attempt, extract.counts(), asOf);
        return marked;
    }

    /**
     * The units in which a changed shift is, and those that would read it now: of each region that its position's sites
     * were ever in, or of none. No zone is a day away.
     */
    private static String touched(String shifts) {
        return """
                WITH changed AS (
                    SELECT s.shift_id, s.position_id, s.starts_at
                    FROM""" + " " + shifts + """
                 s WHERE NOT EXISTS (SELECT FROM tracktik.fact_shifts f
                                      WHERE f.shift_id = s.shift_id AND f.source_modified_at = s.source_modified_at)
                ), cells AS (
                    SELECT f.period_id, f.region_id FROM changed s JOIN tracktik.fact_shifts f USING (shift_id)
                    UNION
                    SELECT b.period_id, c.region_id
                    FROM changed s
                    JOIN tracktik.dim_positions p ON p.position_id = s.position_id
                    LEFT JOIN tracktik.dim_clients c ON c.client_id = p.client_id
                    JOIN tracktik.billing_periods b
                        ON s.starts_at::date BETWEEN b.starts_on - 1 AND b.ends_on + 1
                )
                SELECT DISTINCT u.unit_id
                FROM etl.load_units u
                JOIN cells ON cells.period_id = u.period_id AND cells.region_id IS NOT DISTINCT FROM u.region_id
                WHERE u.source = 'tracktik' AND u.feed = 'shifts'""";
    }
}
