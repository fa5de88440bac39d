package io.fieldhouse.etl.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.dimension.CodeExtract.Row;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of full, partial, late, duplicate, empty and repeated merges, and of members inferred between, against a naive model. */
class DimensionHistoryIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int DAYS = 12;
    /** For each seed; more with {@code -Dfieldhouse.sequences=1000}. */
    private static final int SEQUENCES = Integer.getInteger("fieldhouse.sequences", 15);

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
                    if (random.nextInt(4) == 0) {
                        long key = 1L + random.nextInt(4);
                        said.append(" infer ").append(key);
                        CodeExtract.infer(sql, key);
                    }
                    Map<Long, String> rows = rows(random);
                    CodeExtract extract = new CodeExtract(
                            random.nextInt(DAYS),
                            random.nextInt(3) > 0,
                            random.nextInt(5) == 0,
                            List.of("name"),
                            rows.entrySet().stream()
                                    .map(row -> new Row(row.getKey(), row.getValue(), null, null))
                                    .toList());
                    said.append(" ").append(extract);
                    for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                        assertThat(extract.merge(connection).duplicates())
                                .isEqualTo(extract.isTwice() ? rows.size() : 0);
                    }
                    model.see(extract.moment(), rows, extract.provesAbsence());
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

    private static void assertSame(DSLContext sql, NaiveHistory model, String said) {
        Map<Integer, Map<Long, String>> stored = new HashMap<>();
        sql.fetch("""
                        SELECT day, billing_code_id, name
                        FROM generate_series(-1, %d) day
                        JOIN tracktik.dim_billing_codes
                          ON valid_from <= '%2$s'::timestamptz + day * interval '24 h' + interval '1 h'
                         AND valid_to > '%2$s'::timestamptz + day * interval '24 h' + interval '1 h' AND NOT inferred""".formatted(DAYS, CodeExtract.START))
                .forEach(row -> stored.computeIfAbsent(row.get(0, Integer.class), day -> new HashMap<>())
                        .put(row.get(1, Long.class), row.get(2, String.class)));
        for (int day = -1; day <= DAYS; day++) {
            Map<Long, String> expected = new HashMap<>();
            for (long key : model.keys()) {
                String value = model.at(key, CodeExtract.moment(day).plusSeconds(3600));
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
