package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Invented regions, sites and billing figures in a warehouse. */
final class BilledSites {
    /** 2025-05-30 to 2025-06-12. */
    static final Period PERIOD =
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)).labelled("2025-P12");

    private final DSLContext sql;

    BilledSites(DSLContext sql) {
        this.sql = sql;
    }

    /** Begins with a period and nothing in it. */
    void clear() {
        sql.execute("""
                        TRUNCATE tracktik.reconciliations, tracktik.reconciliation_rows, tracktik.fact_billing,
                            tracktik.dim_clients, tracktik.dim_regions;
                        SELECT tracktik.ensure_fact_partitions(2025);
                        INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on)
                        VALUES (202511, 'two-weeks', '2025-P11', 2025, 11, '2025-05-16', '2025-05-29'),
                               (202512, 'two-weeks', '2025-P12', 2025, 12, '2025-05-30', '2025-06-12')
                        ON CONFLICT DO NOTHING""");
    }

    void region(long id, String customId, String name) {
        sql.execute(
                "INSERT INTO tracktik.dim_regions (region_id, custom_id, name, valid_from, row_hash)"
                        + " VALUES (?, ?, ?, '-infinity', '')",
                id,
                customId,
                name);
    }

    void site(long id, @Nullable String customId, String name, @Nullable Long region) {
        sql.execute(
                "INSERT INTO tracktik.dim_clients (client_id, custom_id, name, region_id, valid_from, row_hash)"
                        + " VALUES (?, ?, ?, ?, '-infinity', '')",
                id,
                customId,
                name,
                region);
    }

    /** A region or site, from a day on. */
    void renamed(String dimension, long id, String customId, String name, String from) {
        String key = dimension.equals("regions") ? "region_id" : "client_id";
        sql.execute(
                """
                WITH ended AS (
                    UPDATE tracktik.dim_%1$s SET valid_to = ?::timestamptz
                    WHERE %2$s = ? AND valid_to = 'infinity' RETURNING *
                )
                INSERT INTO tracktik.dim_%1$s (%2$s, custom_id, name, %3$s valid_from, row_hash)
                SELECT %2$s, ?, ?, %3$s valid_to, 'x' FROM ended""".formatted(dimension, key, key.equals("client_id") ? "region_id," : ""), from, id, customId, name);
    }

    /** Hours worked and the amount billed at a site in the period. */
    void billed(long region, @Nullable Long site, @Nullable String hours, @Nullable String amount) {
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        if (hours != null) {
            figures.put(Measure.WORKED_HOURS, new BigDecimal(hours));
        }
        if (amount != null) {
            figures.put(Measure.BILL_AMOUNT, new BigDecimal(amount));
        }
        billed(region, site, 1, figures);
    }

    /** A row of the period; each position of a site has one. */
    void billed(long region, @Nullable Long site, long position, Map<Measure, BigDecimal> figures) {
        billed(PERIOD.id(), region, site, position, figures);
    }

    void billed(int period, long region, @Nullable Long site, long position, Map<Measure, BigDecimal> figures) {
        String columns = figures.keySet().stream()
                .map(measure -> ", " + measure.column())
                .collect(Collectors.joining());
        String values = figures.values().stream()
                .map(figure -> ", " + figure.toPlainString())
                .collect(Collectors.joining());
        sql.execute(
                "INSERT INTO tracktik.fact_billing"
                        + " (period_id, region_id, region_key, client_id, position_id, shift_count"
                        + columns
                        + ") VALUES (?, ?, 1, ?, ?, 1" + values + ")",
                period,
                region,
                site,
                position);
    }
}
