package io.fieldhouse.warehouse.testing;

import io.fieldhouse.warehouse.WarehouseMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server that hands out databases: an embedded one, or the one that the environment variable {@value
 * #URL_VARIABLE} names. It migrates a warehouse once and copies it for whoever asks. Thread-safe.
 */
public final class TestServer implements AutoCloseable {
    /** A JDBC address with a user and a password who may create databases and roles. */
    public static final String URL_VARIABLE = "FIELDHOUSE_TEST_DATABASE_URL";

    /** A folder with the packed binaries of another server than the one on the class path. */
    public static final String BINARIES_PROPERTY = "fieldhouse.postgres-binaries";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger databases = new AtomicInteger();
    private final @Nullable EmbeddedPostgres embedded;
    private final PGSimpleDataSource administration;
    private @Nullable String template;

    private TestServer(@Nullable EmbeddedPostgres embedded, PGSimpleDataSource administration) {
        this.embedded = embedded;
        this.administration = administration;
    }

    /** The server that the environment names, or else an embedded one. */
    public static TestServer start() {
        String url = System.getenv(URL_VARIABLE);
        return url == null || url.isBlank() ? startEmbedded(System.getProperty(BINARIES_PROPERTY, "")) : at(url);
    }

    /** An embedded server made from a folder with its packed binaries; every call starts another. */
    public static TestServer start(Path binaries) {
        return startEmbedded(binaries.toString());
    }

    private static TestServer startEmbedded(String binaries) {
        try {
            // Nothing here outlives the JVM, so nothing waits for a disk.
            EmbeddedPostgres started = embedded(binaries)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            return new TestServer(started, (PGSimpleDataSource) started.getPostgresDatabase());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** An embedded server of a test's own, of the version that the others have. */
    public static EmbeddedPostgres.Builder embedded() {
        return embedded(System.getProperty(BINARIES_PROPERTY, ""));
    }

    private static EmbeddedPostgres.Builder embedded(String binaries) {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder();
        if (!binaries.isEmpty()) {
            server.setPgBinaryResolver((system, machine) -> openBinaries(Path.of(binaries)));
        }
        return server;
    }

    private static InputStream openBinaries(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.txz")) {
            return Files.newInputStream(files.iterator().next());
        }
    }

    private static TestServer at(String url) {
        PGSimpleDataSource administration = new PGSimpleDataSource();
        administration.setUrl(url);
        return new TestServer(null, administration);
    }

    /** A new database without anything in it. */
    public PGSimpleDataSource createEmptyDatabase() {
        return create("template0");
    }

    /** A new database with a warehouse in it, migrated and empty. */
    public PGSimpleDataSource createWarehouse() {
        return create(migratedTemplate());
    }

    private synchronized String migratedTemplate() {
        if (template == null) {
            PGSimpleDataSource migrated = create("template0");
            new WarehouseMigrator(migrated).migrate();
            template = migrated.getDatabaseName();
        }
        return template;
    }

    private PGSimpleDataSource create(String from) {
        String name = "fieldhouse_" + id + "_" + databases.incrementAndGet();
        // Copying files takes a third of the time that logging every page does, where nothing has to be durable.
        administrate("CREATE DATABASE " + name + " TEMPLATE " + from + " STRATEGY FILE_COPY");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(administration.getUrl());
        database.setDatabaseName(name);
        database.setUser(administration.getUser());
        database.setPassword(administration.getPassword());
        return database;
    }

    /** Drops a database that this server has handed out, and ends whoever is connected to it. */
    public void drop(PGSimpleDataSource database) {
        drop(database.getDatabaseName());
    }

    private void drop(String name) {
        administrate("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Runs a statement as the server's administrator, outside of any handed-out database. */
    public void administrate(String statement) {
        try (var connection = administration.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + e.getMessage(), e);
        }
    }

    /** Makes an embedded server, which trusts everybody, ask one login for its password as other servers do. */
    public void requirePassword(String login) {
        if (embedded != null) {
            administrate("""
                    DO $$
                    BEGIN
                        EXECUTE format('COPY (SELECT %L UNION ALL SELECT %L UNION ALL SELECT %L) TO %L',
                            'host all LOGIN all scram-sha-256', 'host all all all trust', 'local all all trust',
                            current_setting('hba_file'));
                        PERFORM pg_reload_conf();
                    END
                    $$
                    """.replace("LOGIN", login));
        }
    }

    /** Stops an embedded server; drops the template from another's. */
    @Override
    public synchronized void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        } else if (template != null) {
            drop(template);
        }
    }
}
