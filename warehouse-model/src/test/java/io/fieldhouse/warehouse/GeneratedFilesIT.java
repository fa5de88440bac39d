package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fieldhouse.warehouse.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What is made from the migrations is in step with them. With -Dfieldhouse.regenerate it is brought into step. */
class GeneratedFilesIT {
    private static final boolean REGENERATE = System.getProperty("fieldhouse.regenerate") != null;

    private static TestServer server;
    private static PGSimpleDataSource migrated;

    @BeforeAll
    static void migrate() {
        server = TestServer.start();
        migrated = server.createEmptyDatabase();
        try {
            new WarehouseMigrator(migrated).migrate();
        } catch (WarehouseException e) {
            // A listing that is out of step makes every new database look changed; that is what is tested here.
            if (e.kind() != WarehouseException.Kind.CHANGED_BY_HAND) {
                throw e;
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.drop(migrated);
        server.close();
    }

    @Test
    void schemaListingIsWhatTheMigrationsMake() throws SQLException, IOException {
        Path committed = Path.of("src/main/resources/io/fieldhouse/warehouse", SchemaListing.RESOURCE);
        try (Connection connection = migrated.getConnection()) {
            // Views that have not changed keep their text, whichever server prints them now.
            SchemaListing listing = SchemaListing.parse(Files.readString(committed));
            assertInStep(committed, listing.of(connection).text());
        }
    }

    @Test
    void dataDictionaryIsWhatTheDatabaseSays() throws SQLException, IOException {
        try (Connection connection = migrated.getConnection()) {
            assertInStep(Path.of("../docs/data-dictionary.md"), new DataDictionary(connection).markdown());
        }
    }

    @Test
    void typedModelIsWhatTheDatabaseHas(@TempDir Path fresh) throws Exception {
        ModelSource.write(migrated, fresh);
        Path committed = Path.of("src/main/java", ModelSource.PACKAGE.split("\\."));
        SortedMap<Path, String> made = files(fresh.resolve(Path.of("", ModelSource.PACKAGE.split("\\."))));
        assertThat(made).isNotEmpty();
        if (REGENERATE) {
            for (Path gone : files(committed).keySet()) {
                Files.delete(committed.resolve(gone));
            }
        }
        for (var file : made.entrySet()) {
            assertInStep(committed.resolve(file.getKey()), file.getValue());
        }
        assertThat(files(committed).keySet()).isEqualTo(made.keySet());
    }

    private static void assertInStep(Path committed, String made) throws IOException {
        if (REGENERATE) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, made);
        }
        if (!Files.exists(committed) || !Files.readString(committed).equals(made)) {
            fail(
                    "%s is not what the migrations make: run mvn verify -Dfieldhouse.regenerate and commit what changed.",
                    committed);
        }
    }

    private static SortedMap<Path, String> files(Path directory) throws IOException {
        SortedMap<Path, String> files = new TreeMap<>();
        if (Files.exists(directory)) {
            try (var walk = Files.walk(directory)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(directory.relativize(file), Files.readString(file));
                }
            }
        }
        return files;
    }
}
