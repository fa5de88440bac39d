package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import io.fieldhouse.warehouse.testing.TestServer;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class WarehouseMigratorIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private TestServer server;
    private PGSimpleDataSource database;

    @BeforeEach
    void create() {
        server = warehouse.server();
        database = server.createEmptyDatabase();
    }

    @AfterEach
    void drop() {
        server.drop(database);
    }

    @Test
    void emptyDatabaseBecomesAWarehouse() {
        MigrationReport report = migrate();

        assertThat(report.fromVersion()).isZero();
        assertThat(report.toVersion()).isEqualTo(SchemaVersion.CURRENT);
        assertThat(report.applied()).hasSize(SchemaVersion.CURRENT).first().isEqualTo("001 etl");
        assertThat(report.unexpected()).isEmpty();
        assertThat(Warehouse.open(database).sql().fetchCount(DSL.table("tracktik.fact_shifts")))
                .isZero();
    }

    @Test
    void migratingTwiceChangesNothing() {
        migrate();
        String before = owners();

        MigrationReport again = migrate();

        assertThat(again.applied()).isEmpty();
        assertThat(again.fromVersion()).isEqualTo(again.toVersion()).isEqualTo(SchemaVersion.CURRENT);
        assertThat(again).hasToString("The warehouse is at version " + SchemaVersion.CURRENT + " already.");
        assertThat(owners()).isEqualTo(before);
    }

    @Test
    void severalProcessesMayMigrateAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        try {
            Callable<MigrationReport> migration = this::migrate;
            List<Future<MigrationReport>> reports = threads.invokeAll(List.of(migration, migration, migration));
            int applied = 0;
            for (Future<MigrationReport> report : reports) {
                assertThat(report.get().toVersion()).isEqualTo(SchemaVersion.CURRENT);
                applied += report.get().applied().size();
            }
            assertThat(applied).isEqualTo(SchemaVersion.CURRENT);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everythingBelongsToTheOwnerRole() {
        migrate();

        assertThat(owners()).isEqualTo(WarehouseRoles.OWNER);
    }

    private String owners() {
        return sql().fetchOptional("""
                        SELECT string_agg(DISTINCT pg_get_userbyid(owner), ', ') FROM (
                            SELECT relowner, relnamespace FROM pg_class
                            UNION ALL SELECT proowner, pronamespace FROM pg_proc
                            UNION ALL SELECT nspowner, oid FROM pg_namespace) AS owned (owner, namespace)
                        WHERE namespace::regnamespace::text = ANY (?)
                        """, (Object) SchemaListing.SCHEMAS.toArray(String[]::new))
                .orElseThrow()
                .get(0, String.class);
    }

    @Test
    void newerWarehouseIsLeftAlone() {
        migrate();
        sql().execute("""
                INSERT INTO etl.schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, 'somebody', 1, true)
                """);

        WarehouseException refused = refusal();

        assertThat(refused.kind()).isEqualTo(Kind.NEWER_THAN_CODE);
        assertThat(refused).hasMessageEndingWith("update the program.");
        assertThat(catchThrowableOfType(WarehouseException.class, () -> Warehouse.open(database))
                        .kind())
                .isEqualTo(Kind.NEWER_THAN_CODE);
    }

    @Test
    void changedMigrationIsNamed() {
        migrate();
        sql().execute("UPDATE etl.schema_history SET checksum = checksum + 1 WHERE version = '003'");

        WarehouseException refused = refusal();

        assertThat(refused.kind()).isEqualTo(Kind.CHANGED_MIGRATION);
        assertThat(refused).hasMessageContaining("003 tracktik facts");
        assertOneLine(refused);
    }

    @Test
    void databaseThatHoldsSomethingElseIsLeftAlone() {
        sql().execute("CREATE SCHEMA tracktik");
        sql().execute("CREATE SCHEMA etl");
        sql().execute("CREATE TABLE etl.customers (id bigint)");

        WarehouseException refused = refusal();

        assertThat(refused.kind()).isEqualTo(Kind.NOT_A_WAREHOUSE);
        assertThat(refused).hasMessageContaining("(etl, tracktik)");
        assertThat(sql().fetchValue("SELECT count(*) FROM pg_tables WHERE schemaname IN ('etl', 'tracktik')"))
                .isEqualTo(1L);
    }

    @Test
    void firstMigrationThatFailedDoesNotLockTheDatabaseOut() {
        sql().execute("CREATE SCHEMA etl");
        sql().execute(
                        "CREATE TABLE etl.schema_history (installed_rank integer PRIMARY KEY, version varchar(50), description"
                                + " varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,"
                                + " installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer"
                                + " NOT NULL, success boolean NOT NULL)");
        sql().execute("ALTER SCHEMA etl OWNER TO " + WarehouseRoles.OWNER);

        assertThat(migrate().toVersion()).isEqualTo(SchemaVersion.CURRENT);
    }

    @Test
    void connectionsThatDoNotCommitByThemselvesMigrateToo() {
        PGSimpleDataSource source = database;
        DataSource careful = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    Connection opened = source.getConnection();
                    opened.setAutoCommit(false);
                    return opened;
                });

        assertThat(new WarehouseMigrator(careful).migrate().toVersion()).isEqualTo(SchemaVersion.CURRENT);
    }

    @Test
    void loginWithoutTheOwnersRightsIsToldHowToInheritThem() {
        migrate();
        String login = "login_" + database.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN NOINHERIT PASSWORD 'invented'");
        server.administrate("GRANT " + WarehouseRoles.OWNER + " TO " + login);
        try {
            WarehouseException refused = catchThrowableOfType(
                    WarehouseException.class, () -> new WarehouseMigrator(as(login, "invented")).migrate());

            assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
            assertThat(refused).hasMessageContaining("INHERIT");
            String message = String.valueOf(refused.getMessage());
            sql().execute(message.substring(message.indexOf("run: ") + 5));
            assertThat(new WarehouseMigrator(as(login, "invented")).migrate().applied())
                    .isEmpty();
        } finally {
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void missingPasswordIsNoServerThatIsDown() {
        String login = "login_" + database.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN PASSWORD 'invented'");
        server.requirePassword(login);
        try {
            WarehouseException refused = catchThrowableOfType(
                    WarehouseException.class, () -> new WarehouseMigrator(as(login, "")).migrate());

            assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
            assertOneLine(refused);
        } finally {
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void hostThatIsUnknownIsNamed() {
        PGSimpleDataSource elsewhere = new PGSimpleDataSource();
        elsewhere.setUrl("jdbc:postgresql://no-such-host.invalid/warehouse?user=somebody&password=secret-word");

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(elsewhere).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused).hasMessageContaining("no-such-host.invalid").hasMessageNotContaining("secret-word");
    }

    @Test
    void unmigratedDatabaseDoesNotOpen() {
        WarehouseException refused = catchThrowableOfType(WarehouseException.class, () -> Warehouse.open(database));

        assertThat(refused.kind()).isEqualTo(Kind.NOT_MIGRATED);
        assertThat(refused).hasMessageEndingWith("migrate it.");
    }

    @Test
    void loginWithoutRightsIsToldWhatAnAdministratorHasToRun() {
        String login = "login_" + database.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN PASSWORD 'invented'");
        server.administrate("REVOKE TEMPORARY ON DATABASE " + database.getDatabaseName() + " FROM PUBLIC");
        try {
            PGSimpleDataSource asLogin = as(login, "invented");

            WarehouseException refused =
                    catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(asLogin).migrate());

            assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
            assertOneLine(refused);
            String message = String.valueOf(refused.getMessage());
            String statements = message.substring(message.indexOf("run: ") + 5);
            assertThat(statements)
                    .contains("GRANT " + WarehouseRoles.OWNER + " TO " + login)
                    .contains("GRANT TEMPORARY ON DATABASE " + database.getDatabaseName());

            sql().execute(statements);
            assertThat(new WarehouseMigrator(asLogin).migrate().toVersion()).isEqualTo(SchemaVersion.CURRENT);
            assertThat(owners()).isEqualTo(WarehouseRoles.OWNER);
        } finally {
            server.drop(database);
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void databaseOwnerWhoMayCreateRolesNeedsNoAdministrator() {
        String login = "login_" + database.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN CREATEROLE PASSWORD 'invented'");
        server.administrate("ALTER DATABASE " + database.getDatabaseName() + " OWNER TO " + login);
        try {
            // On a server that has the roles already, only their maker or an administrator can grant them.
            server.administrate("GRANT " + WarehouseRoles.OWNER + " TO " + login + " WITH ADMIN OPTION");

            assertThat(new WarehouseMigrator(as(login, "invented")).migrate().toVersion())
                    .isEqualTo(SchemaVersion.CURRENT);
        } finally {
            server.drop(database);
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void serverThatIsDownIsUnreachable() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        PGSimpleDataSource down = new PGSimpleDataSource();
        down.setUrl("jdbc:postgresql://localhost:" + port + "/warehouse?user=somebody&password=secret-word");

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(down).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused).hasMessageContaining("localhost:" + port).hasMessageNotContaining("secret-word");
        assertOneLine(refused);
    }

    @Test
    void wrongPasswordIsRefusedWithoutBeingRepeated() {
        String login = "login_" + database.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN PASSWORD 'invented'");
        server.requirePassword(login);
        try {
            WarehouseException refused = catchThrowableOfType(
                    WarehouseException.class, () -> new WarehouseMigrator(as(login, "secret-word")).migrate());

            assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
            assertThat(refused).hasMessageContaining(login).hasMessageNotContaining("secret-word");
            assertOneLine(refused);
        } finally {
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void databaseThatIsNotThereIsNamed() {
        PGSimpleDataSource missing = as(database.getUser(), database.getPassword());
        missing.setDatabaseName("no_such_database");

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(missing).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.NO_DATABASE);
        assertThat(refused).hasMessageContaining("no_such_database");
        assertOneLine(refused);
    }

    private MigrationReport migrate() {
        return new WarehouseMigrator(database).migrate();
    }

    private WarehouseException refusal() {
        return catchThrowableOfType(WarehouseException.class, this::migrate);
    }

    private static void assertOneLine(WarehouseException refused) {
        assertThat(refused.getMessage()).doesNotContain("\n").matches(".*[.;]");
    }

    private PGSimpleDataSource as(String user, String password) {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(database.getUrl());
        other.setUser(user);
        other.setPassword(password);
        return other;
    }

    private DSLContext sql() {
        return DSL.using(database, SQLDialect.POSTGRES);
    }
}
