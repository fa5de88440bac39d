package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.etl.tracktik.TrackTikSite.P12;
import static io.fieldhouse.etl.tracktik.TrackTikSite.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.tracktik.shifts.QuarantinedShifts;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Units are marked while others are being committed: nobody waits for somebody who waits for him. */
class MarkedUnitsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 6);

    private TrackTikSite site;

    @BeforeEach
    void begin() {
        WarehouseState.empty(warehouse.sql());
        site = new TrackTikSite(warehouse.dataSourceAs(WarehouseRoles.LOADER), SandboxData.small());
        site.load(SETTINGS, List.of(P12));
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    @Timeout(60)
    void markingWhatIsInQuarantineLetsACommitEnd() throws Exception {
        warehouse.sql().execute("""
                INSERT INTO etl.quarantine (source, feed, unit_id, reason_kind, reason, record)
                SELECT 'tracktik', 'shifts', unit_id, 'unreadable', 'id is no number.', '{}'::bytea
                FROM etl.load_units WHERE scope ->> 'region' IS NOT NULL""");
        QuarantinedShifts quarantined =
                new QuarantinedShifts(new Database(warehouse.dataSourceAs(WarehouseRoles.LOADER)));

        assertThat(duringACommit(quarantined::mark).units()).hasSize(8);
        assertThat(pending()).isEqualTo(8);
    }

    @Test
    @Timeout(60)
    void markingWhatHasChangedLetsACommitEnd() throws Exception {
        warehouse.sql().execute("""
                INSERT INTO etl.sync_watermarks (source, feed, watermark) VALUES ('tracktik', 'shifts', '2025-05-01');
                UPDATE tracktik.fact_shifts SET source_modified_at = '2025-05-01'""");
        TrackTikLoad load = site.load(SETTINGS, TODAY);

        assertThat(duringACommit(() -> load.run(load.plan(load.daily()))).isComplete())
                .isTrue();
        assertThat(warehouse.sql().fetch("SELECT 1 FROM etl.load_units WHERE feed = 'shifts' AND attempts = 2"))
                .hasSize(9);
    }

    private static int pending() {
        return warehouse
                .sql()
                .fetch("SELECT 1 FROM etl.load_units WHERE state = 'pending' AND loaded_at IS NOT NULL")
                .size();
    }

    /** Does something while a commit has the rows of some units, and is yet to take those of the others. */
    private static <T> T duringACommit(Callable<T> marking) throws Exception {
        ExecutorService marker = Executors.newSingleThreadExecutor();
        try (Connection commit = warehouse.dataSource().getConnection()) {
            commit.setAutoCommit(false);
            Sql sql = Sql.on(commit, "Committing");
            sql.takeTurn("tracktik.fact_billing");
            // Whichever row is marked first: it is one that the commit is yet to take, or one that it has.
            assertThat(sql.run(touch("IN (272, 274, 276, 278)"))).isEqualTo(4);
            Future<T> marked = marker.submit(marking);
            awaitWaiting();
            assertThat(sql.run(touch("IN (271, 273, 275, 277)"))).isEqualTo(4);
            commit.commit();
            return marked.get();
        } finally {
            marker.shutdown();
        }
    }

    private static SqlText touch(String regions) {
        return SqlText.of("UPDATE etl.load_units SET row_count = row_count"
                + " WHERE scope ->> 'period' = '202512' AND (scope ->> 'region')::bigint " + regions);
    }

    private static void awaitWaiting() {
        while (warehouse.sql().fetch("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
