package io.fieldhouse.etl.reconcile;

import io.fieldhouse.etl.calendar.Window;
import org.jooq.DSLContext;

/**
 * Leads the names in a CSV to sites and regions: {@code csv_rows} become {@code csv_sites}, one row a name, with its sums.
 * What they are called now counts, and what they were called at some time in the period. Of several sites that are called
 * so, those with a figure here other than 0 count, or else those of the regions asked for, and of these the ones that still
 * are: there has to be one. Which of two with figures is meant, nobody can say. What is of regions that were not asked for
 * is marked, as far as that is known.
 */
final class CsvSites {
    private CsvSites() {}

    /** Takes how the measures are summed, and {@code here_figures} as they are. */
    static void find(DSLContext sql, ReconcileRequest request, String sums) {
        IdentifiedBy regionBy = request.mapping().regionBy();
        IdentifiedBy siteBy = request.mapping().siteBy();
        Long[] asked = request.regions().toArray(Long[]::new);
        // Wherever the sites are, their days lie within.
        Window days = request.period().days().widened(1);
        sql.execute(
                """
                CREATE TEMP TABLE csv_sites ON COMMIT DROP AS
                WITH codes AS (
                    SELECT row_number() OVER () AS code, %1$s AS region_key, %2$s AS site_key,
                           min(region) AS region_code, min(site) AS site_code, count(*) AS row_count, %3$s
                    FROM csv_rows GROUP BY region_key, site_key
                ), known_regions AS (
                    SELECT region_id, region_id = ANY (?) AS is_asked, %4$s AS region_key, bool_and(is_former) AS is_former
                    FROM %6$s names GROUP BY region_id, region_key
                ), regions AS (
                    SELECT region_key, count(region_id) AS known, count(*) FILTER (WHERE is_asked) AS asked,
                           min(region_id) FILTER (WHERE is_asked) AS region_id
                    FROM (SELECT c.region_key, k.region_id, k.is_asked,
                                 rank() OVER (PARTITION BY c.region_key ORDER BY k.is_asked DESC, k.is_former) AS place
                          FROM (SELECT DISTINCT region_key FROM codes) c LEFT JOIN known_regions k USING (region_key)) k
                    WHERE place = 1 GROUP BY region_key
                ), known_sites AS (
                    SELECT client_id, c.region_id, %5$s AS site_key, bool_and(is_former) AS is_former
                    FROM %7$s names JOIN (SELECT client_id, region_id FROM tracktik.current_clients) c USING (client_id)
                    GROUP BY client_id, c.region_id, site_key
                ), candidates AS (
                    SELECT c.code, s.client_id, s.region_id, h.region_id AS figures_region_id, n.nearness,
                           rank() OVER (PARTITION BY c.code ORDER BY n.nearness, n.nearness > 1 AND s.is_former) AS place
                    FROM codes c
                    JOIN known_sites s USING (site_key)
                    LEFT JOIN regions g ON g.region_key = c.region_key
                    LEFT JOIN here_figures h
                      ON h.client_id = s.client_id AND (c.region_key IS NULL OR h.region_id = g.region_id)
                    CROSS JOIN LATERAL (SELECT CASE
                        WHEN h.has_figures THEN 1
                        WHEN h.client_id IS NOT NULL THEN 2
                        WHEN CASE WHEN c.region_key IS NULL THEN s.region_id = ANY (?) ELSE s.region_id = g.region_id END THEN 2
                        ELSE 3 END AS nearness) n
                ), found AS (
                    SELECT code, count(*) AS sites, min(client_id) AS client_id, min(nearness) AS nearness,
                           min(coalesce(figures_region_id, CASE WHEN nearness = 2 THEN region_id END)) AS region_id,
                           bool_and(region_id IS NOT NULL) AS lie_somewhere
                    FROM candidates WHERE place = 1 GROUP BY code
                )
                SELECT c.*, r.remark,
                       CASE WHEN c.region_key IS NOT NULL THEN CASE WHEN g.asked = 1 THEN g.region_id END
                            WHEN f.sites = 1 THEN f.region_id END AS region_id,
                       CASE WHEN r.remark IS NULL THEN f.client_id END AS client_id,
                       CASE WHEN c.region_key IS NOT NULL THEN g.known > 0 AND g.asked = 0
                            ELSE coalesce(f.nearness = 3 AND f.lie_somewhere, false) END AS is_elsewhere
                FROM codes c
                LEFT JOIN regions g ON g.region_key = c.region_key
                LEFT JOIN found f USING (code)
                CROSS JOIN LATERAL (SELECT CASE
                    WHEN c.region_key IS NOT NULL AND g.known = 0 THEN 'no such region'
                    WHEN c.region_key IS NOT NULL AND g.asked > 1 THEN 'several regions'
                    WHEN f.sites IS NULL THEN 'no such site'
                    WHEN f.sites > 1 THEN 'several sites' END AS remark) r""".formatted(
                                key("region", regionBy),
                                key("site", siteBy),
                                sums,
                                key(column(regionBy, "region_id"), regionBy),
                                key(column(siteBy, "client_id"), siteBy),
                                names("regions", "region_id"),
                                names("clients", "client_id")),
                asked,
                days.to(),
                days.from(),
                days.to(),
                days.from(),
                asked);
    }

    private static String names(String dimension, String id) {
        return """
                (SELECT %2$s, custom_id, name, false AS is_former FROM tracktik.current_%1$s
                 UNION ALL
                 SELECT %2$s, custom_id, name, true FROM tracktik.dim_%1$s WHERE valid_from <= ? AND ? < valid_to)""".formatted(dimension, id);
    }

    private static String column(IdentifiedBy by, String id) {
        return switch (by) {
            case CODE -> "custom_id";
            case NAME -> "name";
            case ID -> id + "::text";
        };
    }

    /** What makes two names the same. */
    private static String key(String name, IdentifiedBy by) {
        String plain = "lower(btrim(regexp_replace(%s, '[\\s\\u00a0]+', ' ', 'g')))".formatted(name);
        return by == IdentifiedBy.ID ? "regexp_replace(%s, '^0+(?=[0-9])', '')".formatted(plain) : plain;
    }
}
