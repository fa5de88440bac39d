package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationBesideLoadsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @Test
    void migratingWaitsForALoadThatMakesPartitions() throws Exception {
        PGSimpleDataSource database = warehouse.server().createWarehouse();
        try (Connection load = database.getConnection();
                Statement statement = load.createStatement()) {
            load.setAutoCommit(false);
            statement.execute("SELECT tracktik.ensure_fact_partitions(2031)");

            CompletableFuture<MigrationReport> migrating =
                    CompletableFuture.supplyAsync(() -> new WarehouseMigrator(database).migrate());
            while (!somebodyWaits(statement)) {
                assertThat(migrating).isNotDone();
            }
            load.commit();

            assertThat(migrating.get(1, TimeUnit.MINUTES).unexpected()).isEmpty();
        } finally {
            warehouse.server().drop(database);
        }
    }

    private static boolean somebodyWaits(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                               WHERE NOT l.granted AND a.datname = current_database())""")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
