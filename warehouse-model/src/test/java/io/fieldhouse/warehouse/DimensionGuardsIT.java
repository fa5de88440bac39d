package io.fieldhouse.warehouse;

import static io.fieldhouse.warehouse.jooq.tracktik.tables.DimRegions.DIM_REGIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema itself forbids overlapping versions and a second open version. */
class DimensionGuardsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @BeforeEach
    void empty() {
        warehouse.sql().deleteFrom(DIM_REGIONS).execute();
    }

    @Test
    void everyDimensionHasTheGuards() {
        List<String> dimensions = warehouse
                .sql()
                .fetch("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                        + " WHERE c.relkind = 'r' AND a.attname = 'valid_to'")
                .into(String.class);
        assertThat(dimensions)
                .containsExactlyInAnyOrder(
                        "tracktik.dim_regions",
                        "tracktik.dim_clients",
                        "tracktik.dim_positions",
                        "tracktik.dim_employees",
                        "tracktik.dim_pay_codes",
                        "tracktik.dim_billing_codes",
                        "st_dim.dim_business_units",
                        "st_dim.dim_job_types",
                        "st_dim.dim_campaigns");
        for (String dimension : dimensions) {
            String key = dimension.replaceAll(".*dim_(.*)s", "$1_id");
            warehouse
                    .sql()
                    .execute("INSERT INTO " + dimension + " (" + key + ", valid_from, row_hash)"
                            + " VALUES (1, '-infinity', '')");
            assertThatThrownBy(() -> warehouse
                            .sql()
                            .execute("INSERT INTO " + dimension + " (" + key
                                    + ", valid_from, row_hash) VALUES (1, '2025-01-01', '')"))
                    .as(dimension)
                    .hasMessageContaining("one_open_version");
            assertThatThrownBy(() -> warehouse
                            .sql()
                            .execute("INSERT INTO " + dimension + " (" + key
                                    + ", valid_from, valid_to, row_hash) VALUES (1, '2025-01-01', '2025-02-01', '')"))
                    .as(dimension)
                    .hasMessageContaining("overlap");
            warehouse.sql().execute("DELETE FROM " + dimension);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-02-01, true, before with a gap",
        "2025-01-01, 2025-03-01, true, right before",
        "2025-04-01, infinity,   true, right after",
        "2025-05-01, 2025-06-01, true, after with a gap",
        "2025-02-01, 2025-03-02, false, into its start",
        "2025-03-31, 2025-05-01, false, into its end",
        "2025-03-10, 2025-03-20, false, within it",
        "2025-02-01, 2025-05-01, false, around it",
        "-infinity,  infinity,   false, all of time",
        "2025-03-01, 2025-04-01, false, the same"
    })
    void versionsMayTouchButNotOverlap(String from, String to, boolean allowed, String where) {
        insert(1, "2025-03-01", "2025-04-01");

        if (allowed) {
            assertThatCode(() -> insert(1, from, to)).as(where).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> insert(1, from, to)).as(where).isInstanceOf(DataAccessException.class);
        }
        assertThatCode(() -> insert(2, from, to)).as("another key").doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE tracktik.dim_regions SET valid_to = '2025-05-01' WHERE valid_to = '2025-04-01'",
                "UPDATE tracktik.dim_regions SET valid_from = '2025-01-01' WHERE valid_from = '2025-04-01'",
                "UPDATE tracktik.dim_regions SET region_id = 1"
            })
    void updatesAreGuardedToo(String update) {
        insert(1, "2025-03-01", "2025-04-01");
        insert(1, "2025-04-01", "infinity");
        insert(2, "2025-03-15", "2025-03-20");

        assertThatThrownBy(() -> warehouse.sql().execute(update)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void closingAndOpeningInOneStatementIsAllowed() {
        insert(1, "-infinity", "infinity");

        warehouse.sql().execute("""
                WITH closed AS (
                    UPDATE tracktik.dim_regions SET valid_to = '2025-06-01' WHERE valid_to = 'infinity' RETURNING region_id)
                INSERT INTO tracktik.dim_regions (region_id, valid_from, row_hash)
                SELECT region_id, '2025-06-01', '' FROM closed
                """);

        assertThat(warehouse.sql().fetchCount(DIM_REGIONS)).isEqualTo(2);
    }

    @Test
    void openVersionIsNotRetired() {
        assertThatThrownBy(() -> warehouse
                        .sql()
                        .execute("INSERT INTO tracktik.dim_regions (region_id, valid_from, retired,"
                                + " row_hash) VALUES (1, '-infinity', true, '')"))
                .hasMessageContaining("dim_regions_open_is_not_retired");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void databaseAcceptsExactlyWhatDoesNotOverlap(long seed) {
        record Version(int key, int from, int to) {
            boolean overlaps(Version other) {
                return key == other.key && from < other.to && other.from < to;
            }
        }
        Random random = new Random(seed);
        List<Version> accepted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(28);
            Version version = new Version(random.nextInt(3), from, from + 1 + random.nextInt(6));
            boolean fits = accepted.stream().noneMatch(version::overlaps);
            try {
                insert(version.key(), "2025-01-01 00:00Z", version.from(), version.to());
                assertThat(fits)
                        .as("%s was accepted beside %s", version, accepted)
                        .isTrue();
                accepted.add(version);
            } catch (DataAccessException e) {
                assertThat(fits)
                        .as("%s was refused beside %s", version, accepted)
                        .isFalse();
            }
        }
        assertThat(warehouse.sql().fetchCount(DIM_REGIONS)).isEqualTo(accepted.size());
    }

    @Test
    void overlapAcrossTwoTransactionsIsRefused() throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        try (Connection first = begin()) {
            execute(first, version("2025-03-01", "2025-04-01"));
            Future<?> second = thread.submit(() -> {
                insert(1, "2025-03-15", "2025-05-01");
                return null;
            });
            waitUntilSomebodyWaits();
            first.commit();

            assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS)).hasMessageContaining("overlap");
        } finally {
            thread.shutdownNow();
        }
        assertThat(warehouse.sql().fetchCount(DIM_REGIONS)).isEqualTo(1);
    }

    @Test
    void twoMergesAtOnceWaitForEachOtherAndNeverInACircle() throws Exception {
        insert(1, "-infinity", "infinity");
        insert(2, "-infinity", "infinity");
        var thread = Executors.newSingleThreadExecutor();
        try (Connection first = begin()) {
            execute(first, "UPDATE tracktik.dim_regions SET name = 'a' WHERE region_id = 1");
            Future<?> second = thread.submit(() -> {
                warehouse.sql().execute("UPDATE tracktik.dim_regions SET name = 'b' WHERE region_id = 2");
                return null;
            });
            waitUntilSomebodyWaits();
            execute(first, "UPDATE tracktik.dim_regions SET name = 'a' WHERE region_id = 2");
            first.commit();

            second.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT name FROM tracktik.dim_regions ORDER BY region_id")
                        .getValues(0, String.class))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void isolationThatWouldBeBlindToAnotherTransactionIsRefused(String isolation) throws SQLException {
        try (Connection blind = begin()) {
            execute(blind, "SET TRANSACTION ISOLATION LEVEL " + isolation);
            assertThatThrownBy(() -> execute(blind, version("2025-03-01", "2025-04-01")))
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    private static Connection begin() throws SQLException {
        Connection connection = warehouse.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void waitUntilSomebodyWaits() {
        warehouse.sql().execute("""
                DO $$
                BEGIN
                    FOR i IN 1..3000 LOOP
                        PERFORM pg_stat_clear_snapshot();
                        EXIT WHEN EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted);
                        PERFORM pg_sleep(0.01);
                    END LOOP;
                END
                $$
                """);
    }

    private static void insert(int key, String from, String to) {
        warehouse
                .sql()
                .execute("INSERT INTO tracktik.dim_regions (region_id, valid_from, valid_to, row_hash) VALUES (" + key
                        + ", '" + from + "', '" + to + "', '')");
    }

    private static void insert(int key, String epoch, int from, int to) {
        warehouse
                .sql()
                .execute(
                        "INSERT INTO tracktik.dim_regions (region_id, valid_from, valid_to, row_hash) VALUES (?,"
                                + " ?::timestamptz + ? * interval '1 day', ?::timestamptz + ? * interval '1 day', '')",
                        key,
                        epoch,
                        from,
                        epoch,
                        to);
    }

    private static String version(String from, String to) {
        return "INSERT INTO tracktik.dim_regions (region_id, valid_from, valid_to, row_hash) VALUES (1, '" + from
                + "', '" + to + "', '')";
    }
}
