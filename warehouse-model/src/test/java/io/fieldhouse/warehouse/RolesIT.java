package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @Test
    void loaderReadsAndWritesEveryTable() {
        List<String> tables = relations("r", "p");
        assertThat(tables).hasSizeGreaterThan(40);
        for (String table : tables) {
            if (!table.startsWith("staging.")) {
                loader().execute("DELETE FROM " + table);
            }
            loader().execute("SELECT FROM " + table);
        }
        for (String view : relations("v")) {
            loader().execute("SELECT FROM " + view);
        }
    }

    @Test
    void loaderHasAllRightsToRows() {
        assertThat(warehouse.sql().fetch("""
                                SELECT c.oid::regclass::text || ' ' || r.name FROM pg_class c, pg_namespace n,
                                    unnest(ARRAY ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r (name)
                                WHERE n.oid = c.relnamespace AND n.nspname = ANY (?) AND n.nspname <> 'staging'
                                  AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_history'
                                  AND NOT has_table_privilege(?, c.oid, r.name)
                                """, SchemaListing.SCHEMAS.toArray(String[]::new), WarehouseRoles.LOADER))
                .isEmpty();
        loader().execute(
                        "INSERT INTO tracktik.dim_regions (region_id, valid_from, row_hash) VALUES (77, '-infinity', '')");
        loader().execute("SELECT tracktik.ensure_fact_partitions(2032)");
        loader().execute("INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, shift_count)"
                + " VALUES (203201, 77, 1, 0)");
        loader().execute("DELETE FROM tracktik.fact_billing WHERE period_id = 203201");
        loader().execute("DELETE FROM tracktik.dim_regions WHERE region_id = 77");
    }

    @Test
    void loaderOpensTheWarehouse() {
        assertThat(Warehouse.open(warehouse.dataSourceAs(WarehouseRoles.LOADER))
                        .sql()
                        .fetchValue("SELECT current_user::text"))
                .isEqualTo(WarehouseRoles.LOADER);
    }

    @Test
    void loaderMakesItsOwnStagingTables() {
        loader().execute("CREATE TEMP TABLE load_1 (LIKE staging.tracktik_shifts)");
    }

    @Test
    void loaderMakesPartitionsOnlyByTheFunctionForIt() {
        loader().execute("SELECT tracktik.ensure_fact_partitions(2031)");
        loader().execute("SELECT tracktik.ensure_fact_partitions(2031)");

        assertThat(warehouse
                        .sql()
                        .fetch("SELECT inhrelid::regclass::text FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid"
                                + " WHERE c.relkind = 'r' AND c.relname LIKE '%2031'")
                        .into(String.class))
                .containsExactlyInAnyOrder(
                        "tracktik.fact_attendance_2031", "tracktik.fact_billing_2031", "tracktik.fact_shifts_2031");
        assertThatThrownBy(() -> loader().execute("SELECT tracktik.ensure_fact_partitions(31)"))
                .hasMessageContaining("years 2000 to 2999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE tracktik.mine (id bigint)",
                "CREATE TABLE st_mart.mine (id bigint)",
                "CREATE SCHEMA mine",
                "DROP TABLE tracktik.dim_regions",
                "DROP TABLE staging.tracktik_shifts",
                "CREATE TABLE staging.load_1 (LIKE staging.tracktik_shifts)",
                "TRUNCATE tracktik.fact_shifts",
                "ALTER TABLE tracktik.dim_regions DROP COLUMN name",
                "ALTER TABLE tracktik.dim_regions DISABLE TRIGGER no_overlap_on_insert",
                "CREATE VIEW tracktik.mine AS SELECT 1",
                "DELETE FROM etl.schema_history",
                "INSERT INTO staging.tracktik_shifts (ordinal, row_hash, raw) VALUES (1, '', '{}')",
                "CALL etl.make_dimension('tracktik.dim_regions', 'a', 'b')"
            })
    void loaderCanOnlyLoad(String statement) {
        assertThatThrownBy(() -> loader().execute(statement))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void readerSeesEveryViewAndMart() {
        List<String> seen = relations("r", "p", "v").stream()
                .filter(name -> name.startsWith("st_kpi_mart.") || name.startsWith("st_mart."))
                .toList();
        assertThat(seen).hasSizeGreaterThan(8);
        for (String name : seen) {
            reader().execute("SELECT * FROM " + name);
        }
        List<String> summaries = relations("v").stream()
                .filter(name -> name.startsWith("tracktik."))
                .toList();
        assertThat(summaries).hasSizeGreaterThan(8);
        for (String name : summaries) {
            reader().execute("SELECT * FROM " + name);
        }
    }

    @Test
    void readerSeesNothingElse() {
        for (String name : relations("r", "p", "v")) {
            boolean mart = name.startsWith("st_kpi_mart.") || name.startsWith("st_mart.");
            boolean summary = relations("v").contains(name) && name.startsWith("tracktik.");
            if (!mart && !summary && !name.equals("tracktik.billing_periods")) {
                assertThatThrownBy(() -> reader().execute("SELECT FROM " + name))
                        .as(name)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void readerSeesNoContactDetails() {
        List<String> visible = warehouse
                .sql()
                .fetch("""
                        SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE a.attnum > 0 AND c.relkind IN ('r', 'p', 'v') AND n.nspname = ANY (?)
                          AND has_column_privilege(?, c.oid, a.attnum, 'SELECT')
                        """, SchemaListing.SCHEMAS.toArray(String[]::new), WarehouseRoles.READER)
                .into(String.class);
        assertThat(visible).isNotEmpty().noneMatch(column -> column.matches(".*(mail|phone|raw|customer_name).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO st_mart.kpi_job_types VALUES ('a', 'warranty')",
                "UPDATE st_mart.kpi_settings SET ar_floor = 0",
                "DELETE FROM st_kpi_mart.dim_regional_bu_map",
                "SELECT tracktik.ensure_fact_partitions(2031)",
                "CREATE TABLE staging.mine (id bigint)"
            })
    void readerOnlyReads(String statement) {
        assertThatThrownBy(() -> reader().execute(statement)).hasMessageContaining("permission denied");
    }

    private static List<String> relations(String... kinds) {
        return warehouse
                .sql()
                .fetch("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = ANY (?) AND c.relkind::text = ANY (?) AND c.relname <> 'schema_history' AND NOT c.relispartition
                        """, SchemaListing.SCHEMAS.toArray(String[]::new), kinds)
                .into(String.class);
    }

    private static DSLContext loader() {
        return DSL.using(warehouse.dataSourceAs(WarehouseRoles.LOADER), SQLDialect.POSTGRES);
    }

    private static DSLContext reader() {
        return DSL.using(warehouse.dataSourceAs(WarehouseRoles.READER), SQLDialect.POSTGRES);
    }
}
