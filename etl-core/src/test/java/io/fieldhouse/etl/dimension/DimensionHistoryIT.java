package io.fieldhouse.etl.dimension;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of full, partial, late, duplicate, empty and repeated merges, against a naive model. */
class DimensionHistoryIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Dimension CODES = Dimension.in(DIM_BILLING_CODES);
    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final int DAYS = 12;
    /** For each seed; more with {@code -Dfieldhouse.sequences=1000}. */
    private static final int SEQUENCES = Integer.getInteger("fieldhouse.sequences", 50);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void historyAsOfAnyMomentIsTheSnapshotOfThatMoment(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = warehouse.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            for (int sequence = 0; sequence < SEQUENCES; sequence++) {
                NaiveHistory model = new NaiveHistory();
                StringBuilder said = new StringBuilder("seed " + seed + ", sequence " + sequence + ":");
                for (int step = 0; step < 6; step++) {
                    int day = random.nextInt(DAYS);
                    // What comes twice may hide what seems to be gone.
                    boolean twice = random.nextInt(5) == 0;
                    boolean isFull = random.nextInt(3) > 0;
                    Map<Long, String> rows = rows(random);
                    said.append(isFull ? " full " : " partial ")
                            .append(twice ? "twice " : "")
                            .append(day)
                            .append(rows);
                    for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                        merge(connection, sql, day, isFull, rows, twice);
                    }
                    model.see(moment(day), rows, isFull && !(twice && !rows.isEmpty()));
                    assertSame(sql, model, said.toString());
                }
                connection.rollback();
            }
        }
    }

    private static Map<Long, String> rows(Random random) {
        Map<Long, String> rows = new TreeMap<>();
        int share = random.nextInt(4);
        for (long key = 1; key <= 4; key++) {
            if (random.nextInt(3) < share) {
                rows.put(key, String.valueOf((char) ('a' + random.nextInt(3))));
            }
        }
        return rows;
    }

    private static Instant moment(int day) {
        return START.plus(day, ChronoUnit.DAYS);
    }

    /** Stages rows without a client before them; of a key that comes twice the second row is the one that counts. */
    private static void merge(
            Connection connection, DSLContext sql, int day, boolean isFull, Map<Long, String> rows, boolean twice) {
        sql.execute("DROP TABLE IF EXISTS pg_temp.extract");
        sql.execute("CREATE TEMP TABLE extract (LIKE staging.tracktik_billing_codes) ON COMMIT DROP");
        String values = rows.entrySet().stream()
                .flatMap(row -> twice
                        ? List.of(row(row.getKey(), "z", 1), row(row.getKey(), row.getValue(), 2)).stream()
                        : List.of(row(row.getKey(), row.getValue(), 1)).stream())
                .collect(Collectors.joining(", "));
        int staged = values.isEmpty()
                ? 0
                : sql.execute("INSERT INTO extract (billing_code_id, name, ordinal, row_hash, raw) VALUES " + values);
        MergeReport report = DimensionMerge.merge(
                connection,
                CODES,
                new Snapshot(
                        "tracktik",
                        "billing_codes",
                        "pg_temp.extract",
                        List.of("billing_code_id", "name"),
                        List.of(),
                        "ordinal DESC",
                        "raw",
                        staged,
                        moment(day).atOffset(ZoneOffset.UTC),
                        isFull,
                        new Attempt(runId(sql), null)),
                MergeLimits.CONFIRMED);
        assertThat(report.duplicates()).isEqualTo(twice ? rows.size() : 0);
    }

    private static long runId(DSLContext sql) {
        return Objects.requireNonNull(sql.fetchOne("""
                        INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                        VALUES (gen_random_uuid(), 'load', 'tracktik', 'billing_codes', 'test') RETURNING run_id""")).get(0, Long.class);
    }

    private static String row(long key, String name, int ordinal) {
        return "(%1$d, '%2$s', %3$d, decode(md5('%2$s'), 'hex'), '')".formatted(key, name, ordinal);
    }

    private static void assertSame(DSLContext sql, NaiveHistory model, String said) {
        Map<Integer, Map<Long, String>> stored = new HashMap<>();
        sql.fetch("""
                        SELECT day, billing_code_id, name
                        FROM generate_series(-1, %d) day
                        JOIN tracktik.dim_billing_codes
                          ON valid_from <= '%2$s'::timestamptz + day * interval '24 h' + interval '1 h'
                         AND valid_to > '%2$s'::timestamptz + day * interval '24 h' + interval '1 h'""".formatted(DAYS, START))
                .forEach(row -> stored.computeIfAbsent(row.get(0, Integer.class), day -> new HashMap<>())
                        .put(row.get(1, Long.class), row.get(2, String.class)));
        for (int day = -1; day <= DAYS; day++) {
            Map<Long, String> expected = new HashMap<>();
            for (long key : model.keys()) {
                String value = model.at(key, moment(day).plusSeconds(3600));
                if (value != null) {
                    expected.put(key, value);
                }
            }
            assertThat(stored.getOrDefault(day, Map.of()))
                    .as("%s, as of day %d", said, day)
                    .isEqualTo(expected);
        }
        assertThat(sql.fetchValue("""
                        SELECT count(*)
                        FROM tracktik.dim_billing_codes a
                        LEFT JOIN tracktik.dim_billing_codes b
                          ON b.billing_code_id = a.billing_code_id AND b.valid_from = a.valid_to
                        WHERE a.valid_to < 'infinity' AND (b.row_hash = a.row_hash OR a.retired = (b.row_hash IS NOT NULL))"""))
                .as("%s: versions that meet differ, and what ends without another is retired", said)
                .isEqualTo(0L);
    }
}
