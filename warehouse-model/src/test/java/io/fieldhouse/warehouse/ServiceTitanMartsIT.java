package io.fieldhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTitanMartsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @BeforeAll
    static void invent() {
        warehouse.sql().execute("""
                        INSERT INTO st_kpi_mart.leads_daily_fact VALUES ('2025-10-18', 'Phoenix-Sales', 16);
                        INSERT INTO st_kpi_mart.collections_daily_fact VALUES ('2025-10-18', 'Phoenix-Production', -12.50);
                        INSERT INTO st_kpi_mart.wbr_daily_fact (kpi_date, bu_key, estimates, booked, completed_est, total_sales) VALUES
                            ('2025-10-18', 'Phoenix-Sales', 120, 40, 95, 250000),
                            ('2025-10-18', 'Z-DO NOT USE - West - Sales', 30, 10, 5, 1000.01),
                            ('2025-10-18', 'Tucson-Sales', 0, 0, 0, 0);
                        INSERT INTO st_kpi_mart.foreman_daily_fact VALUES
                            ('2025-10-18', 'Phoenix-Production', 45, 200000, 150000, 25),
                            ('2025-10-18', 'Z-DO NOT USE - West- Production', 1, 100, 200, -100);
                        """);
        // The owner's own statement, but for the engine's syntax.
        warehouse.sql().execute("""
                        INSERT INTO st_kpi_mart.kpi_daily_consolidated
                        WITH date_bu_spine AS (
                          SELECT DISTINCT kpi_date, bu_key FROM st_kpi_mart.leads_daily_fact
                          UNION DISTINCT
                          SELECT DISTINCT kpi_date, bu_key FROM st_kpi_mart.collections_daily_fact
                          UNION DISTINCT
                          SELECT DISTINCT kpi_date, bu_key FROM st_kpi_mart.wbr_daily_fact
                          UNION DISTINCT
                          SELECT DISTINCT kpi_date, bu_key FROM st_kpi_mart.foreman_daily_fact
                        )
                        SELECT
                          s.kpi_date,
                          s.bu_key,
                          l.leads,
                          c.collected_amount,
                          w.estimates as sales_opportunities,
                          w.booked as closed_opportunities,
                          w.close_rate_decimal,
                          w.completed_est,
                          w.total_sales as wbr_total_sales,
                          w.avg_closed_sale,
                          f.total_jobs as completed_jobs,
                          f.total_subtotal as job_subtotal,
                          f.total_costs as job_costs,
                          f.gm_pct as gross_margin_pct
                        FROM date_bu_spine s
                        LEFT JOIN st_kpi_mart.leads_daily_fact l ON s.kpi_date = l.kpi_date AND s.bu_key = l.bu_key
                        LEFT JOIN st_kpi_mart.collections_daily_fact c ON s.kpi_date = c.kpi_date AND s.bu_key = c.bu_key
                        LEFT JOIN st_kpi_mart.wbr_daily_fact w ON s.kpi_date = w.kpi_date AND s.bu_key = w.bu_key
                        LEFT JOIN st_kpi_mart.foreman_daily_fact f ON s.kpi_date = f.kpi_date AND s.bu_key = f.bu_key
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                SELECT COUNT(*), MIN(kpi_date), MAX(kpi_date)
                FROM st_kpi_mart.wbr_daily_fact
                """, """
                SELECT COUNT(*), MIN(kpi_date), MAX(kpi_date)
                FROM st_kpi_mart.kpi_daily_consolidated
                WHERE sales_opportunities IS NOT NULL
                """, """
                SELECT * FROM st_raw.raw_daily_wbr_v2
                WHERE event_date = '2025-10-18' AND bu_name = 'Phoenix-Sales'
                """, """
                SELECT * FROM st_kpi_mart.dim_regional_bu_map
                WHERE bu_key LIKE '%Phoenix%'
                """, """
                SELECT event_date, bu_name, COUNT(*) as records, SUM(total_sales) as total
                FROM st_raw.raw_daily_wbr_v2
                WHERE event_date BETWEEN '2025-10-13' AND '2025-10-19'
                GROUP BY event_date, bu_name
                ORDER BY event_date DESC, total DESC
                """, """
                SELECT kpi_date, bu_key, estimates, booked, completed_est, total_sales
                FROM st_kpi_mart.wbr_daily_fact
                WHERE kpi_date BETWEEN '2025-10-13' AND '2025-10-19'
                ORDER BY kpi_date DESC, total_sales DESC
                """, """
                SELECT kpi_date, bu_key, sales_opportunities, completed_est, wbr_total_sales, completed_jobs, job_subtotal
                FROM st_kpi_mart.kpi_daily_consolidated
                WHERE kpi_date BETWEEN '2025-10-13' AND '2025-10-19'
                  AND (bu_key LIKE '%Phoenix%' OR bu_key LIKE '%Tucson%')
                ORDER BY kpi_date DESC, bu_key
                """, """
                SELECT kpi_date, region_label, total_estimates, total_completed_est, total_wbr_sales, total_completed_jobs, total_job_revenue
                FROM st_kpi_mart.kpi_daily_regional_consolidated
                WHERE kpi_date BETWEEN '2025-10-13' AND '2025-10-19'
                ORDER BY kpi_date DESC, total_wbr_sales DESC
                """, """
                SELECT
                  j.*,
                  bu.name as businessUnitName,
                  jt.name as jobTypeName,
                  c.name as campaignName
                FROM st_raw_v2.raw_jobs j
                LEFT JOIN st_raw_v2.raw_business_units bu ON j.businessUnitId = bu.id
                LEFT JOIN st_raw_v2.raw_job_types jt ON j.jobTypeId = jt.id
                LEFT JOIN st_raw_v2.raw_campaigns c ON j.campaignId = c.id
                """, """
                SELECT event_date, business_unit, lead_count, total_booked, dollars_produced, gpm_percent, dollars_collected,
                       num_estimates, close_rate_percent, future_bookings, warranty_percent, outstanding_ar
                FROM st_mart.daily_kpis
                """})
    void ownersQueriesRunAsTheyStand(String query) {
        assertThat(warehouse.sql().fetch(query)).isNotNull();
    }

    @Test
    void regionSumsItsSalesAndProductionUnits() {
        Record phoenix = region("PHX");

        assertThat(phoenix.get("region_label")).isEqualTo("Phoenix");
        assertThat(number(phoenix, "total_leads")).isEqualByComparingTo("16");
        assertThat(number(phoenix, "total_collections")).isEqualByComparingTo("-12.50");
        assertThat(number(phoenix, "total_estimates")).isEqualByComparingTo("150");
        assertThat(number(phoenix, "total_booked")).isEqualByComparingTo("50");
        assertThat(number(phoenix, "region_close_rate"))
                .isBetween(new BigDecimal("0.333333"), new BigDecimal("0.333334"));
        assertThat(number(phoenix, "total_wbr_sales")).isEqualByComparingTo("251000.01");
        assertThat(number(phoenix, "region_avg_closed_sale")).isEqualByComparingTo("5020.0002");
        assertThat(number(phoenix, "total_completed_jobs")).isEqualByComparingTo("46");
        assertThat(number(phoenix, "total_job_revenue")).isEqualByComparingTo("200100");
        assertThat(number(phoenix, "region_gross_margin_pct"))
                .isBetween(new BigDecimal("24.93"), new BigDecimal("24.94"));
    }

    @Test
    void rateOverNothingIsEmptyAndWhatARegionLacksStaysEmpty() {
        Record tucson = region("TUC");

        assertThat(number(tucson, "total_estimates")).isEqualByComparingTo("0");
        assertThat(tucson.get("region_close_rate")).isNull();
        assertThat(tucson.get("region_avg_closed_sale")).isNull();
        assertThat(tucson.get("total_completed_jobs")).isNull();
        assertThat(tucson.get("region_gross_margin_pct")).isNull();
    }

    @Test
    void businessUnitThatNoRegionClaimsDoesNotDisappear() {
        warehouse
                .sql()
                .execute("INSERT INTO st_kpi_mart.kpi_daily_consolidated (kpi_date, bu_key, leads)"
                        + " VALUES ('2025-10-18', 'Tucson-Sales ', 5), ('2025-10-18', 'Boise-Sales', 2)");

        assertThat(number(region("UNCLAIMED"), "total_leads")).isEqualByComparingTo("7");
    }

    @Test
    void ownersConfigurationIsTheDefault() {
        assertThat(warehouse
                        .sql()
                        .fetch(
                                "SELECT region_key || ':' || count(*) || ':' || count(*) FILTER (WHERE bu_type = 'Sales')"
                                        + " FROM st_kpi_mart.dim_regional_bu_map GROUP BY region_key ORDER BY region_key")
                        .getValues(0, String.class))
                .containsExactly("ANDYS:2:1", "COMM_AZ:2:1", "GUAR_TX:2:1", "NEV:2:1", "PHX:4:2", "TUC:2:1");
        assertThat(warehouse
                        .sql()
                        .fetch("SELECT role || ':' || count(*) FROM st_mart.kpi_job_types GROUP BY role ORDER BY role")
                        .getValues(0, String.class))
                .containsExactly("estimate:20", "excluded:3", "warranty:2");
        Record settings = warehouse.sql().fetchSingle("SELECT * FROM st_mart.kpi_settings");
        assertThat(settings.get("time_zone")).isEqualTo("America/Phoenix");
        assertThat(number(settings, "ar_floor")).isEqualByComparingTo("10.00");
        assertThatThrownBy(
                        () -> warehouse.sql().execute("INSERT INTO st_mart.kpi_settings VALUES (true, 'UTC', 1, 1, 1)"))
                .hasMessageContaining("kpi_settings_pkey");
    }

    @Test
    void jobHasItsNamesAndStartsOnTheTenantsOwnDay() {
        warehouse.sql().execute("""
                        INSERT INTO st_raw_v2.raw_business_units (id, name, raw) VALUES (10, 'Andy''s Painting-Sales', '{}');
                        INSERT INTO st_raw_v2.raw_job_types (id, name, raw) VALUES (20, 'ESTIMATE-RES-EXT', '{}');
                        INSERT INTO st_raw_v2.raw_appointments (id, jobId, startsOn, raw) VALUES
                            (31, 1, '2025-10-19T06:59:59Z', '{}'),
                            (32, 1, '2025-10-20T15:00:00Z', '{}');
                        INSERT INTO st_raw_v2.raw_jobs (id, businessUnitId, jobTypeId, campaignId, firstAppointmentId, createdOn, raw) VALUES
                            (1, 10, 20, 404, 31, '2025-10-01T07:00:00Z', '{}'),
                            (2, NULL, NULL, NULL, NULL, '2025-10-01T06:59:59Z', '{}');
                        """);

        Record job = warehouse.sql().fetchSingle("SELECT * FROM st_dim.dim_jobs WHERE id = 1");
        assertThat(job.get("businessunitname")).isEqualTo("Andy's Painting-Sales");
        assertThat(job.get("jobtypename")).isEqualTo("ESTIMATE-RES-EXT");
        assertThat(job.get("campaignname")).isNull();
        assertThat(job.get("startdate")).hasToString("2025-10-18");
        assertThat(job.get("createddate")).hasToString("2025-10-01");
        Record bare = warehouse.sql().fetchSingle("SELECT * FROM st_dim.dim_jobs WHERE id = 2");
        assertThat(bare.get("createddate")).hasToString("2025-09-30");
        assertThat(bare.get("startdate")).isNull();
    }

    @Test
    void reportKeysHoldOneRowEachAlsoWhereThePersonIsEmpty() {
        String row = "INSERT INTO st_raw.raw_daily_wbr_v2 (event_date, bu_name, estimator, window_from, window_to, raw)"
                + " VALUES ('2025-10-18', 'Phoenix-Sales', NULL, '2025-10-12', '2025-10-18', '{}')";
        warehouse.sql().execute(row);

        assertThatThrownBy(() -> warehouse.sql().execute(row)).hasMessageContaining("one_row_a_key");
    }

    @Test
    void equalPaymentsAreAllKept() {
        String row = "INSERT INTO st_raw.raw_collections (bu_key, payment_date, amount, window_from, window_to, raw)"
                + " VALUES ('Phoenix-Production', '2025-10-18', 95.00, '2025-10-12', '2025-10-18', '{}')";
        warehouse.sql().execute(row);
        warehouse.sql().execute(row);

        assertThat(number(
                        warehouse.sql().fetchSingle("SELECT sum(amount) AS total FROM st_raw.raw_collections"),
                        "total"))
                .isEqualByComparingTo("190.00");
    }

    private static Record region(String key) {
        return warehouse
                .sql()
                .fetchSingle("SELECT * FROM st_kpi_mart.kpi_daily_regional_consolidated WHERE region_key = ?", key);
    }

    private static BigDecimal number(Record row, String column) {
        return row.get(column, BigDecimal.class);
    }
}
