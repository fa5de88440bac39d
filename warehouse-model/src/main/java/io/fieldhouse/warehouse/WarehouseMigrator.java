package io.fieldhouse.warehouse;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;

/**
 * Brings a database to the version of the warehouse that this code knows. Safe to run again, and from several
 * processes at once.
 */
public final class WarehouseMigrator {
    /** The advisory lock under which processes that come at once take turns; a number of our own. */
    private static final long TURN = 0x6669656c64L;

    private final DataSource dataSource;

    /**
     * Takes the database of a data source whose login may create schemas in it; the first time it also makes the
     * {@link WarehouseRoles}. A pool behind it has to hold three connections at once.
     */
    public WarehouseMigrator(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs the migrations that have not run, grants the roles their rights, and compares what is there with what the
     * migrations make. Where every migration has run, it compares first, and changes nothing in a warehouse that
     * differs.
     *
     * @throws WarehouseException if any of that fails; a migration that failed has left nothing behind
     */
    @SuppressWarnings("try") // the turn is only to be held
    public MigrationReport migrate() {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Turn ours = new Turn(connection)) {
                SchemaVersion.requireSupportedServer(connection);
                return migrate(connection);
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException | FlywayException | DataAccessException e) {
            throw WarehouseException.of("Migrating the warehouse", e);
        }
    }

    private MigrationReport migrate(Connection connection) throws SQLException {
        long start = System.nanoTime();
        requireNothingInTheWay(connection);
        WarehouseRoles.prepare(connection);
        int before = SchemaVersion.of(connection);
        SchemaVersion.requireNotNewer(before);
        Flyway flyway = flyway();
        requireUnchanged(flyway);
        SchemaListing listing = SchemaListing.current();
        boolean pending = before < SchemaVersion.CURRENT;
        List<String> unexpected = pending ? List.of() : listing.compareWith(connection);
        WarehouseRoles.takeOver(connection, listing.objects());
        List<String> applied = run(flyway);
        WarehouseRoles.grant(connection);
        if (pending) {
            unexpected = listing.compareWith(connection);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new MigrationReport(before, SchemaVersion.of(connection), applied, unexpected, took);
    }

    private static void requireNothingInTheWay(Connection connection) throws SQLException {
        // A schema etl without a table is what an administrator may have prepared; with a history it is ours.
        try (var query = connection.prepareStatement("""
                SELECT coalesce(string_agg(n.nspname, ', ' ORDER BY n.nspname), '') FROM pg_namespace n
                WHERE n.nspname = ANY (?)
                  AND (n.nspname <> 'etl' OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid))
                  AND NOT EXISTS (
                      SELECT FROM pg_class h JOIN pg_namespace e ON e.oid = h.relnamespace
                      WHERE e.nspname = 'etl' AND h.relname = 'schema_history')
                """)) {
            query.setArray(1, connection.createArrayOf("text", SchemaListing.SCHEMAS.toArray()));
            try (var result = query.executeQuery()) {
                result.next();
                if (!result.getString(1).isEmpty()) {
                    throw new WarehouseException(
                            Kind.NOT_A_WAREHOUSE,
                            "The database has schemas of the warehouse's names that are not the warehouse's ("
                                    + result.getString(1) + "): use an empty database, or rename them.");
                }
            }
        }
    }

    private Flyway flyway() {
        return Flyway.configure(WarehouseMigrator.class.getClassLoader())
                .dataSource(dataSource)
                .loggers("slf4j")
                .locations("classpath:io/fieldhouse/warehouse/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .defaultSchema("etl")
                .table("schema_history")
                .createSchemas(false)
                .ignoreMigrationPatterns("*:pending")
                .validateOnMigrate(false)
                .load();
    }

    private static List<String> run(Flyway flyway) {
        return flyway.migrate().migrations.stream()
                .map(migration -> migration.version + " " + migration.description)
                .toList();
    }

    private static void requireUnchanged(Flyway flyway) {
        String changed = flyway.validateWithResult().invalidMigrations.stream()
                .map(migration -> migration.version + " " + migration.description)
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw new WarehouseException(
                    Kind.CHANGED_MIGRATION,
                    "Migrations are not what they were when they ran (" + changed
                            + "): run the program that they came with, or begin a new warehouse, in an empty database or another data"
                            + " folder, and load it.");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The turn of one process among those that come at once; the others wait. */
    private static final class Turn implements AutoCloseable {
        private final Connection connection;

        private Turn(Connection connection) throws SQLException {
            this.connection = connection;
            execute(connection, "SELECT pg_advisory_lock(" + TURN + ")");
        }

        @Override
        public void close() throws SQLException {
            execute(connection, "SELECT pg_advisory_unlock(" + TURN + ")");
        }
    }
}
