package io.fieldhouse.etl.fact;

import static io.fieldhouse.warehouse.jooq.st_kpi_mart.Tables.LEADS_DAILY_FACT;
import static io.fieldhouse.warehouse.jooq.st_raw.Tables.RAW_DAILY_WBR_V2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reloads of cells of a day and a business unit, whose rows are told apart by a name that may be empty. */
class FactReloadIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Fact SALES = Fact.in(
            RAW_DAILY_WBR_V2,
            List.of(RAW_DAILY_WBR_V2.EVENT_DATE, RAW_DAILY_WBR_V2.BU_NAME),
            List.of(RAW_DAILY_WBR_V2.ESTIMATOR));
    private static final Fact LEADS =
            Fact.in(LEADS_DAILY_FACT, List.of(LEADS_DAILY_FACT.KPI_DATE), List.of(LEADS_DAILY_FACT.BU_KEY));
    private static final LocalDate MONDAY = LocalDate.of(2025, 10, 13);
    private static final SqlText STAGED = SqlText.of("pg_temp.staged_sales");

    private Database database;

    /** A row; the name may be empty, which is a name of its own. */
    private record Key(LocalDate day, String unit, @Nullable String name) {
        List<Object> cell() {
            return List.of(day, unit);
        }
    }

    @BeforeEach
    void begin() {
        warehouse.sql().execute("TRUNCATE st_raw.raw_daily_wbr_v2, st_kpi_mart.leads_daily_fact");
        database = new Database(warehouse.dataSource());
    }

    private static void stage(Sql sql, Map<Key, Long> rows) {
        sql.run(SqlText.of(
                "CREATE TEMP TABLE staged_sales ON COMMIT DROP AS SELECT * FROM st_raw.raw_daily_wbr_v2 LIMIT 0"));
        List<Map.Entry<Key, Long>> all = List.copyOf(rows.entrySet());
        sql.with("days", column(all, row -> row.getKey().day()))
                .with("units", column(all, row -> row.getKey().unit()))
                .with("names", column(all, row -> row.getKey().name()))
                .with("sales", column(all, Map.Entry::getValue))
                .run(SqlText.of("""
                        INSERT INTO staged_sales (event_date, bu_name, estimator, sales_opportunities, window_from, window_to, raw)
                        SELECT day, unit, name, sales, day, day, '{}'
                        FROM unnest(:days::date[], :units::text[], :names::text[], :sales::bigint[]) s (day, unit, name, sales)"""));
    }

    private static <T> List<@Nullable Object> column(
            List<Map.Entry<Key, T>> rows, Function<Map.Entry<Key, T>, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>();
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private FactReport reload(Map<Key, Long> rows, List<List<Object>> cells, long run) {
        return database.transaction("Reloading", sql -> {
            stage(sql, rows);
            return new FactReload(sql.with("run_id", run), SALES, Cells.of(SALES, cells), 1).reload(STAGED, STAGED);
        });
    }

    private static Map<Key, Long> stored() {
        Map<Key, Long> stored = new HashMap<>();
        warehouse
                .sql()
                .selectFrom(RAW_DAILY_WBR_V2)
                .forEach(row -> stored.put(
                        new Key(
                                row.get(RAW_DAILY_WBR_V2.EVENT_DATE),
                                row.get(RAW_DAILY_WBR_V2.BU_NAME),
                                row.get(RAW_DAILY_WBR_V2.ESTIMATOR)),
                        row.get(RAW_DAILY_WBR_V2.SALES_OPPORTUNITIES)));
        return stored;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyReloadsEachCellIsWhatWasReadLastAndTheRestIsAsBefore(long seed) {
        Random random = new Random(seed);
        Map<Key, Long> model = new HashMap<>();
        for (long run = 1; run <= 60; run++) {
            List<List<Object>> cells = someCells(random);
            Map<Key, Long> read = someRows(random, cells, model);
            Set<List<Object>> changed = new HashSet<>();
            long unchanged = 0;
            for (Map.Entry<Key, Long> row : List.copyOf(model.entrySet())) {
                if (cells.contains(row.getKey().cell())) {
                    boolean stays = row.getValue().equals(read.get(row.getKey()));
                    unchanged += stays ? 1 : 0;
                    if (!stays) {
                        changed.add(row.getKey().cell());
                    }
                    model.remove(row.getKey());
                }
            }
            Map<Key, Long> before = stored();
            read.forEach((key, sales) -> {
                if (!sales.equals(before.get(key))) {
                    changed.add(key.cell());
                }
            });
            model.putAll(read);

            FactReport report = reload(read, cells, run);
            assertThat(stored()).as("run %d", run).isEqualTo(model);
            assertThat(report.unchanged()).isEqualTo(unchanged);
            assertThat(Set.copyOf(report.changed())).as("run %d", run).isEqualTo(changed);
            FactReport again = reload(read, cells, run + 1_000);
            assertThat(again).isEqualTo(new FactReport(0, 0, 0, read.size(), List.of()));
        }
    }

    private static List<List<Object>> someCells(Random random) {
        Set<List<Object>> cells = new HashSet<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            cells.add(List.of(
                    MONDAY.plusDays(random.nextInt(3)),
                    List.of("Sales", "Andy's \"A\"", "").get(random.nextInt(3))));
        }
        return List.copyOf(cells);
    }

    /** Some of what is there, as it was or changed, and some that is new. */
    private static Map<Key, Long> someRows(Random random, List<List<Object>> cells, Map<Key, Long> model) {
        Map<Key, Long> rows = new HashMap<>();
        model.forEach((key, sales) -> {
            if (cells.contains(key.cell()) && random.nextInt(3) > 0) {
                rows.put(key, random.nextBoolean() ? sales : Long.valueOf(random.nextInt(9)));
            }
        });
        for (int i = random.nextInt(6); i > 0; i--) {
            List<Object> cell = cells.get(random.nextInt(cells.size()));
            String name = random.nextInt(3) == 0
                    ? null
                    : List.of("", "Ann", "Bob", "0").get(random.nextInt(4));
            rows.put(new Key((LocalDate) cell.get(0), (String) cell.get(1), name), (long) random.nextInt(9));
        }
        return rows;
    }

    @Test
    void rowThatMovesToAnotherDayLeavesTheOldOneAndBothHaveChanged() {
        List<List<Object>> week = List.of(
                List.of(MONDAY, "Sales"), List.of(MONDAY.plusDays(1), "Sales"), List.of(MONDAY.plusDays(2), "Sales"));
        reload(Map.of(new Key(MONDAY, "Sales", "Ann"), 3L, new Key(MONDAY.plusDays(2), "Sales", "Bob"), 4L), week, 1);

        FactReport report = reload(
                Map.of(
                        new Key(MONDAY.plusDays(1), "Sales", "Ann"),
                        3L,
                        new Key(MONDAY.plusDays(2), "Sales", "Bob"),
                        4L),
                week,
                2);
        assertThat(report.changed()).containsExactlyInAnyOrder(week.get(0), week.get(1));
        assertThat(report.inserted()).isOne();
        assertThat(report.deleted()).isOne();
        assertThat(report.unchanged()).isOne();
    }

    @Test
    void tableThatDoesNotSayWhoWroteARowIsReloadedAlike() {
        List<List<Object>> days = List.of(List.of(MONDAY), List.of(MONDAY.plusDays(1)));
        SqlText source =
                SqlText.of("(SELECT date '2025-10-13' AS kpi_date, :unit::text AS bu_key, :leads::bigint AS leads)");
        Function<Long, FactReport> load = leads -> database.transaction(
                "Reloading",
                sql -> new FactReload(sql.with("unit", "Sales").with("leads", leads), LEADS, Cells.of(LEADS, days), 1)
                        .reload(source, source));

        assertThat(load.apply(3L)).isEqualTo(new FactReport(1, 0, 0, 0, days));
        assertThat(load.apply(4L)).isEqualTo(new FactReport(0, 1, 0, 0, days));
        assertThat(load.apply(4L)).isEqualTo(new FactReport(0, 0, 0, 1, List.of()));
    }

    @Test
    void moreThanMayVanishIsNotDeleted() {
        Map<Key, Long> many = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            many.put(new Key(MONDAY, "Sales", "name " + i), 1L);
        }
        List<List<Object>> cell = List.of(List.of(MONDAY, "Sales"));
        reload(many, cell, 1);

        assertThatThrownBy(() -> database.transaction("Reloading", sql -> {
                    stage(sql, Map.of());
                    return new FactReload(sql.with("run_id", 2L), SALES, Cells.of(SALES, cell), 0.9)
                            .reload(STAGED, STAGED);
                }))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith("40 of 40 rows of st_raw.raw_daily_wbr_v2 would be deleted");
        assertThat(stored()).isEqualTo(many);
    }
}
