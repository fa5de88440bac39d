package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.shifts.QuarantineReplay;
import io.fieldhouse.etl.tracktik.shifts.QuarantinedShifts;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineReplayIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private TrackTikSite site;
    private QuarantinedShifts quarantined;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small());
        quarantined = new QuarantinedShifts(new Database(warehouse.dataSourceAs(WarehouseRoles.LOADER)));
        site.load(SETTINGS, List.of(P12));
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void shiftsWithoutASiteBelongToNoUnit() {
        QuarantineReplay replay = quarantined.mark();

        assertThat(replay.units()).isEmpty();
        assertThat(replay.withoutUnit()).isPositive().isEqualTo(waiting());
        assertThat(pending()).isEmpty();
    }

    @Test
    void shiftsThatGotASiteAreLoadedByTheNextLoadOfTheirPeriod() {
        long before = waiting();
        giveASite(271);

        QuarantineReplay replay = quarantined.mark();
        assertThat(replay.units()).singleElement().satisfies(unit -> {
            assertThat(unit.period()).isEqualTo("2025-P12");
            assertThat(unit.region()).isEqualTo("N California");
            assertThat(unit.lastDay()).isEqualTo(P12.lastDay());
            assertThat(unit.isLoaded()).isTrue();
            assertThat(unit.shifts()).isEqualTo(before);
        });
        assertThat(replay.withoutUnit()).isZero();
        assertThat(pending()).containsExactly(271L);

        // As of the day of the first load.
        TrackTikLoad load = site.load(SETTINGS, LocalDate.of(2025, 9, 6));
        assertThat(TrackTikLoad.count(load.run(load.plan(TrackTikLoad.request(P12))), Outcome.LOADED))
                .isOne();
        assertThat(waiting()).isZero();
        assertThat(quarantined.plan()).isEqualTo(new QuarantineReplay(List.of(), 0, 0));
    }

    @Test
    void shiftOfAPositionWithoutASiteThatIsGoneWaitsForNothing() {
        long before = waiting();
        warehouse.sql().execute("""
                INSERT INTO etl.quarantine (source, feed, source_key, unit_id, reason_kind, reason, record)
                SELECT source, feed, '999999999', unit_id, reason_kind, reason, record FROM etl.quarantine LIMIT 1""");
        assertThat(waiting()).isEqualTo(before + 1);

        TrackTikLoad load = site.load(SETTINGS, LocalDate.of(2025, 9, 6));
        load.run(load.plan(TrackTikLoad.request(P12).again(true)));
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void planMarksNothing() {
        giveASite(271);

        assertThat(quarantined.plan().shifts()).isEqualTo(waiting());
        assertThat(pending()).isEmpty();
    }

    @Test
    void shiftThatCouldNotBeReadBelongsToTheUnitItCameIn() {
        keep(273, "'\\xff00'::bytea || '\"position\": 9999999999999999999999'::bytea");
        keep(274, "'{\"position\": {\"type\": \"post\", \"id\": \"424242424242\"}}'::bytea");

        QuarantineReplay replay = quarantined.mark();
        assertThat(replay.units()).extracting(QuarantineReplay.Waiting::region).containsExactly("Hawaii", "Washington");
        assertThat(replay.withoutKey()).isEqualTo(2);
        assertThat(pending()).containsExactly(273L, 274L);
    }

    @Test
    void unitUnderWayKeepsItsClaim() {
        keep(273, "'{}'::bytea");
        warehouse.sql().execute("""
                UPDATE etl.load_units SET state = 'claimed', claimed_by = 'other', claim_expires_at = now() + interval '1 hour'
                WHERE scope ->> 'region' = '273'""");

        assertThat(quarantined.mark().units()).singleElement().matches(QuarantineReplay.Waiting::isUnderWay);
        assertThat(pending()).isEmpty();
    }

    private void keep(long region, String record) {
        warehouse.sql().execute("""
                INSERT INTO etl.quarantine (source, feed, unit_id, reason_kind, reason, record)
                SELECT 'tracktik', 'shifts', unit_id, 'unreadable', 'id is no number.', %s
                FROM etl.load_units WHERE (scope ->> 'region')::bigint = %d""".formatted(record, region));
    }

    /** From now on, the positions that have none are at a site of a region. */
    private static void giveASite(long region) {
        warehouse.sql().execute("""
                CREATE TEMP TABLE sited AS SELECT * FROM tracktik.dim_positions WHERE client_id IS NULL AND valid_to = 'infinity';
                UPDATE tracktik.dim_positions SET valid_to = now() WHERE client_id IS NULL AND valid_to = 'infinity';
                INSERT INTO tracktik.dim_positions (position_id, name, client_id, valid_from, row_hash)
                SELECT position_id, name, (SELECT min(client_id) FROM tracktik.dim_clients WHERE region_id = %d), now(), row_hash
                FROM sited;
                DROP TABLE sited""".formatted(region));
    }

    private static long waiting() {
        return warehouse
                .sql()
                .fetch("SELECT 1 FROM etl.quarantine WHERE settled_at IS NULL")
                .size();
    }

    private static List<Long> pending() {
        return warehouse
                .sql()
                .fetch("SELECT (scope ->> 'region')::bigint FROM etl.load_units WHERE state = 'pending' ORDER BY 1")
                .getValues(0, Long.class);
    }
}
