package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import io.fieldhouse.warehouse.testing.TestServer;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class ChangedByHandIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private TestServer server;
    private PGSimpleDataSource database;

    @BeforeEach
    void create() {
        server = warehouse.server();
        database = server.createWarehouse();
    }

    @AfterEach
    void drop() {
        server.drop(database);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER TABLE tracktik.dim_pay_codes DROP COLUMN multiplier | column tracktik.dim_pay_codes.multiplier is missing (expected: numeric)
                    ALTER TABLE tracktik.fact_shifts ALTER COLUMN pay_rate TYPE real | column tracktik.fact_shifts.pay_rate differs (expected: numeric)
                    ALTER TABLE tracktik.dim_regions DISABLE TRIGGER no_overlap_on_insert | trigger tracktik.dim_regions.no_overlap_on_insert differs
                    DROP INDEX tracktik.fact_shifts_by_cell | index tracktik.fact_shifts.fact_shifts_by_cell is missing (expected: CREATE INDEX fact_shifts_by_cell
                    DROP TABLE staging.tracktik_shifts | by hand: table staging.tracktik_shifts is missing. Undo
                    DROP VIEW tracktik.load_coverage | by hand: view tracktik.load_coverage is missing. Undo
                    CREATE OR REPLACE VIEW tracktik.current_regions AS SELECT region_id, custom_id, name, company, status, parent_region_id, time_zone, retired FROM tracktik.dim_regions WHERE NOT inferred | view tracktik.current_regions differs
                    ALTER TABLE tracktik.dim_regions RENAME COLUMN company TO firm | view tracktik.current_regions differs
                    ALTER TABLE etl.load_units DROP CONSTRAINT load_units_window_is_a_range, ADD CONSTRAINT load_units_window_is_a_range CHECK (window_from < window_to) | constraint etl.load_units.load_units_window_is_a_range differs
                    ALTER TABLE tracktik.reconciliation_rows DROP CONSTRAINT reconciliation_rows_outcome_check, ADD CONSTRAINT reconciliation_rows_outcome_check CHECK (outcome IN ('match', 'difference', 'only  here', 'only there')) | constraint tracktik.reconciliation_rows.reconciliation_rows_outcome_check differs
                    CREATE OR REPLACE FUNCTION etl.forbid_overlapping_versions() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END' | routine etl.forbid_overlapping_versions() differs
                    ALTER FUNCTION tracktik.ensure_fact_partitions(integer) RESET search_path | routine tracktik.ensure_fact_partitions(year integer) differs
                    """)
    void changedObjectIsNamed(String change, String named) {
        sql().execute(change);

        WarehouseException refused = refusal();

        assertThat(refused.kind()).isEqualTo(Kind.CHANGED_BY_HAND);
        assertThat(refused).hasMessageContaining(named);
        assertThat(refused.getMessage()).doesNotContain("\n").endsWith("docs/warehouse.md describes how.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tracktik.pay_against_bill | (sum(f.bill_amount) - sum(f.pay_amount)) AS margin_amount | (sum(f.bill_amount) + sum(f.pay_amount)) AS margin_amount
                    st_kpi_mart.kpi_daily_regional_consolidated | (sum(k.job_subtotal) - sum(k.job_costs)) * 100.0 | sum(k.job_subtotal) - (sum(k.job_costs) * 100.0)
                    tracktik.period_over_period | q.label AS previous_period | p.label AS previous_period
                    """)
    void changedWordOfAViewIsFound(String view, String from, String to) {
        replaceInView(view, from, to);

        assertThat(refusal()).hasMessageContaining("by hand: view " + view + " differs. Undo");
        assertThat(catchThrowableOfType(WarehouseException.class, this::requireUnchangedAsLoader))
                .hasMessageContaining("by hand: view " + view + " differs. Undo");

        replaceInView(view, to, from);
        assertThat(migrate().unexpected()).isEmpty();
    }

    private void replaceInView(String view, String from, String to) {
        String definition = String.valueOf(sql().fetchValue("SELECT pg_get_viewdef(?::regclass)", view));
        assertThat(definition).contains(from);
        sql().execute("CREATE OR REPLACE VIEW " + view + " AS " + definition.replace(from, to));
    }

    @Test
    void addedObjectIsLeftAloneAndReported() {
        sql().execute("CREATE TABLE tracktik.notes (note text)");
        sql().execute("CREATE TABLE staging.notes (LIKE staging.tracktik_shifts)");
        sql().execute("CREATE AGGREGATE tracktik.total (bigint) (SFUNC = int8pl, STYPE = bigint)");

        MigrationReport report = migrate();

        assertThat(report.unexpected())
                .containsExactly("table staging.notes", "table tracktik.notes", "routine tracktik.total(bigint)");
        assertThat(report.toString()).contains("left alone").contains("tracktik.notes");
    }

    @Test
    void revokedRightsComeBack() {
        sql().execute("REVOKE SELECT ON tracktik.site_summary FROM " + WarehouseRoles.READER);

        migrate();

        assertThat(may(WarehouseRoles.READER, "tracktik.site_summary", "SELECT"))
                .isTrue();
    }

    @Test
    void changedWarehouseIsRefusedBeforeAnythingIsChanged() {
        sql().execute("REVOKE SELECT ON tracktik.site_summary FROM " + WarehouseRoles.READER);
        sql().execute("DROP INDEX tracktik.fact_shifts_by_cell");

        assertThat(refusal().kind()).isEqualTo(Kind.CHANGED_BY_HAND);

        assertThat(may(WarehouseRoles.READER, "tracktik.site_summary", "SELECT"))
                .isFalse();
    }

    @Test
    void migratedWarehouseHasItsRightsEvenIfItDiffers() {
        sql().execute("DELETE FROM etl.schema_history WHERE version = '008'");
        sql().execute("DROP TABLE tracktik.reconciliation_rows, tracktik.reconciliations");
        sql().execute("DROP INDEX tracktik.fact_shifts_by_cell");

        assertThat(refusal().kind()).isEqualTo(Kind.CHANGED_BY_HAND);

        assertThat(may(WarehouseRoles.LOADER, "tracktik.reconciliations", "INSERT"))
                .isTrue();
    }

    private boolean may(String role, String relation, String right) {
        return Boolean.TRUE.equals(sql().fetchValue("SELECT has_table_privilege(?, ?, ?)", role, relation, right));
    }

    @Test
    void unchangedWarehouseIsUnchangedForALoader() {
        requireUnchangedAsLoader();
    }

    @Test
    void warehouseOfAnotherVersionIsNotCompared() {
        sql().execute("DELETE FROM etl.schema_history WHERE version = '008'");

        WarehouseException refused =
                catchThrowableOfType(WarehouseException.class, () -> Warehouse.requireUnchanged(database));

        assertThat(refused.kind()).isEqualTo(Kind.NOT_MIGRATED);
    }

    @Test
    void comparingAViewNeedsTemporaryTables() {
        replaceInView("tracktik.period_over_period", "q.label AS previous_period", "p.label AS previous_period");
        server.administrate("REVOKE TEMPORARY ON DATABASE " + database.getDatabaseName() + " FROM PUBLIC");

        WarehouseException refused = catchThrowableOfType(WarehouseException.class, this::requireUnchangedAsLoader);

        assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
        assertThat(refused).hasMessageContaining("temporary tables");
    }

    @Test
    void serverThatAcceptsNoChangesIsNamed() {
        WarehouseException refused = catchThrowableOfType(
                WarehouseException.class,
                () -> new WarehouseMigrator(with("-c default_transaction_read_only=on")).migrate());

        assertThat(refused.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
        assertThat(refused).hasMessageContaining("Use a server that accepts changes");
    }

    private MigrationReport migrate() {
        return new WarehouseMigrator(database).migrate();
    }

    private WarehouseException refusal() {
        return catchThrowableOfType(WarehouseException.class, this::migrate);
    }

    private void requireUnchangedAsLoader() {
        Warehouse.requireUnchanged(with("-c role=" + WarehouseRoles.LOADER));
    }

    private PGSimpleDataSource with(String options) {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(database.getUrl());
        other.setUser(database.getUser());
        other.setPassword(database.getPassword());
        other.setOptions(options);
        return other;
    }

    private DSLContext sql() {
        return DSL.using(database, SQLDialect.POSTGRES);
    }
}
