package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import io.fieldhouse.warehouse.testing.TestServer;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** A warehouse that was dumped and restored is the same warehouse. */
class RestoreIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final List<String> SUMMARIES =
            List.of("site_summary", "region_period_summary", "period_summary", "period_over_period");

    private TestServer server;
    private PGSimpleDataSource restored;
    private String login = "";

    @BeforeAll
    static void invent() {
        fill(warehouse.sql());
    }

    private static void fill(DSLContext sql) {
        sql.execute("""
                SELECT tracktik.ensure_fact_partitions(2025);

                INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on) VALUES
                    (202501, 'two-weeks', '2025-P01', 2025, 1, '2024-12-27', '2025-01-09'),
                    (202502, 'two-weeks', '2025-P02', 2025, 2, '2025-01-10', '2025-01-23');

                INSERT INTO tracktik.dim_regions (region_id, name, valid_from, valid_to, row_hash) VALUES
                    (1, 'Old name', '-infinity', '2025-01-01', ''), (1, 'Hawaii', '2025-01-01', 'infinity', '');

                INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, client_id, shift_count, worked_hours,
                    pay_amount, bill_amount) VALUES
                    (202501, 1, 2, 7, 2, 16, 320.5, 400), (202502, 1, 2, NULL, 1, 8, 160, 200);

                INSERT INTO etl.quarantine (source, feed, reason_kind, reason, record) VALUES
                    ('tracktik', 'shifts', 'unreadable', E'a tab \\t, a line\\nand a backslash \\\\', '\\x00ff');

                INSERT INTO tracktik.reconciliations (period_id, region_ids, made_at, worker, file_name, file_sha256, mapping,
                    hours_tolerance, amount_tolerance, relative_tolerance) VALUES
                    (202501, '{1}', '2025-02-01', 'test', 'hours.csv', repeat('0', 64), '{}', 0, 0, 0);
                INSERT INTO tracktik.reconciliation_rows (reconciliation_id, region_id, measure, here, there, outcome) VALUES
                    (1, 1, 'worked_hours', 16, 15, 'difference');
                """);
    }

    @BeforeEach
    void create() {
        server = warehouse.server();
        restored = server.createEmptyDatabase();
    }

    @AfterEach
    void drop() {
        server.drop(restored);
        if (!login.isEmpty()) {
            server.administrate("DROP ROLE " + login);
        }
    }

    @Test
    void restoredWarehouseIsAWarehouse() throws Exception {
        Dump dump = Dump.of(warehouse.dataSource());
        dump.restoreTo(restored);

        Dump again = Dump.of(restored);
        assertThat(again.rows()).isEqualTo(dump.rows());
        assertThat(again.statements().filter(statement -> dump.statements().noneMatch(statement::equals)))
                .isEmpty();
        assertThat(again.statements()).hasSameSizeAs(dump.statements().toList());
        assertIsAWarehouse();
    }

    @Test
    void warehouseOfTheOldestServerIsAWarehouseOnThisOne() throws Exception {
        Path binaries = Path.of(System.getProperty("fieldhouse.oldest-postgres-binaries"));
        try (TestServer oldest = TestServer.start(binaries)) {
            PGSimpleDataSource old = oldest.createWarehouse();
            fill(sql(old));

            Dump.of(old).restoreTo(restored);
        }
        assertIsAWarehouse();
    }

    @Test
    void warehouseThatWasRestoredWithoutOwnersIsGivenBackToThem() throws Exception {
        Dump dump = Dump.of(warehouse.dataSource());
        PGSimpleDataSource restorer = login();
        server.administrate("ALTER DATABASE " + restored.getDatabaseName() + " OWNER TO " + restorer.getUser());
        dump.withoutOwners().restoreTo(restorer);
        sql(restorer).execute("CREATE TABLE tracktik.notes (note text)");

        MigrationReport report = new WarehouseMigrator(restorer).migrate();

        assertThat(report.unexpected()).containsExactly("table tracktik.notes");
        assertThat(sql().fetchValue("SELECT relowner::regrole::text FROM pg_class WHERE relname = 'notes'"))
                .isEqualTo(restorer.getUser());
        sql().execute("DROP TABLE tracktik.notes");
        assertThat(Dump.of(restored).owners()).isEqualTo(dump.owners());
        assertIsAWarehouse();
    }

    @Test
    void loginThatDoesNotOwnARestoredWarehouseIsToldWhoDoes() throws Exception {
        Dump.of(warehouse.dataSource()).withoutOwners().restoreTo(restored);

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(login()).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
        assertThat(refused).hasMessageEndingWith("migrate as " + restored.getUser() + " or as a superuser.");
    }

    @Test
    void viewThatBelongsToAnotherRoleIsNamedWithTheStatementThatAssignsIt() throws Exception {
        Dump.of(warehouse.dataSource()).restoreTo(restored);
        sql().execute("ALTER VIEW tracktik.load_coverage OWNER TO CURRENT_USER");
        PGSimpleDataSource migrating = login();

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> new WarehouseMigrator(migrating).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
        String message = String.valueOf(refused.getMessage());
        sql().execute(message.substring(message.indexOf("run: ") + 5));
        assertThat(new WarehouseMigrator(migrating).migrate().unexpected()).isEmpty();
    }

    /** A login that may migrate. */
    private PGSimpleDataSource login() {
        login = "login_" + restored.getDatabaseName();
        server.administrate("CREATE ROLE " + login + " LOGIN PASSWORD 'invented'");
        server.administrate("GRANT " + WarehouseRoles.OWNER + " TO " + login);
        server.administrate("GRANT CREATE ON DATABASE " + restored.getDatabaseName() + " TO " + WarehouseRoles.OWNER);
        PGSimpleDataSource asLogin = as("none");
        asLogin.setUser(login);
        asLogin.setPassword("invented");
        return asLogin;
    }

    @Test
    void changeInARestoredWarehouseIsFound() throws Exception {
        Dump.of(warehouse.dataSource()).restoreTo(restored);
        sql().execute("ALTER TABLE tracktik.billing_periods DROP CONSTRAINT billing_periods_are_ranges,"
                + " ADD CONSTRAINT billing_periods_are_ranges CHECK (starts_on < ends_on)");

        WarehouseException refused = catchThrowableOfType(WarehouseException.class, this::migrate);

        assertThat(refused.kind()).isEqualTo(Kind.CHANGED_BY_HAND);
        assertThat(refused)
                .hasMessageContaining("constraint tracktik.billing_periods.billing_periods_are_ranges differs");
    }

    private void assertIsAWarehouse() throws SQLException {
        Warehouse.requireUnchanged(as("none"));
        MigrationReport report = migrate();

        assertThat(report.applied()).isEmpty();
        assertThat(report.unexpected()).isEmpty();
        assertThat(dictionary(sql())).isEqualTo(dictionary(warehouse.sql()));
        for (String view : SUMMARIES) {
            String rows = "SELECT * FROM tracktik." + view + " ORDER BY 1, 2, 3";
            assertThat(sql(as(WarehouseRoles.READER)).fetch(rows))
                    .as(view)
                    .isNotEmpty()
                    .isEqualTo(warehouse.sql().fetch(rows));
        }
        assertThat(sql().fetchValue("SELECT has_table_privilege(?, 'etl.quarantine', 'SELECT')", WarehouseRoles.READER))
                .isEqualTo(false);
        assertThat(sql(as(WarehouseRoles.LOADER))
                        .fetchValue("INSERT INTO etl.quarantine (source, feed, reason_kind, reason, record)"
                                + " VALUES ('tracktik', 'shifts', 'unreadable', '', '') RETURNING quarantine_id"))
                .isEqualTo(2L);
        sql(as(WarehouseRoles.LOADER)).execute("SELECT tracktik.ensure_fact_partitions(2026)");
        assertThat(migrate().unexpected()).isEmpty();
        Warehouse.requireUnchanged(as(WarehouseRoles.LOADER));
    }

    private static String dictionary(DSLContext sql) throws SQLException {
        return sql.connectionResult(connection -> new DataDictionary(connection).markdown());
    }

    private MigrationReport migrate() {
        return new WarehouseMigrator(restored).migrate();
    }

    private DSLContext sql() {
        return sql(restored);
    }

    private PGSimpleDataSource as(String role) {
        PGSimpleDataSource asRole = new PGSimpleDataSource();
        asRole.setUrl(restored.getUrl());
        asRole.setUser(restored.getUser());
        asRole.setPassword(restored.getPassword());
        asRole.setOptions("-c role=" + role);
        return asRole;
    }

    private static DSLContext sql(DataSource source) {
        return DSL.using(source, SQLDialect.POSTGRES);
    }
}
