package io.fieldhouse.warehouse;

import io.fieldhouse.warehouse.testing.TestServer;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** How long a warehouse takes to come into being; prints figures, asserts none. Not run unless it is named. */
class WarehouseBenchmark {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int RUNS = 9;

    @Test
    void warehousesComeIntoBeing() {
        TestServer server = warehouse.server();
        report("an empty database, for comparison", server, server::createEmptyDatabase);
        report("a test class's own warehouse, copied", server, server::createWarehouse);
        report("a warehouse, migrated from empty", server, () -> {
            PGSimpleDataSource database = server.createEmptyDatabase();
            new WarehouseMigrator(database).migrate();
            return database;
        });
        PGSimpleDataSource current = server.createWarehouse();
        report("a current warehouse, migrated again", () -> new WarehouseMigrator(current).migrate());
        server.drop(current);
    }

    private static void report(String what, Runnable run) {
        long[] took = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            run.run();
            took[i] = System.nanoTime() - start;
        }
        print(what, took);
    }

    private static void report(String what, TestServer server, Supplier<PGSimpleDataSource> make) {
        long[] took = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            PGSimpleDataSource made = make.get();
            took[i] = System.nanoTime() - start;
            server.drop(made);
        }
        print(what, took);
    }

    private static void print(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%-40s %6.0f ms median, %6.0f to %.0f ms in %d runs%n",
                what, took[RUNS / 2] / 1e6, took[0] / 1e6, took[RUNS - 1] / 1e6, RUNS);
    }
}
