package io.fieldhouse.etl.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.dimension.CodeExtract.Row;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of extracts of which not each has each column, in any order: a column that is not there says nothing. */
class ColumnHistoryIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int DAYS = 10;
    /** For each seed; more with {@code -Dfieldhouse.sequences=1000}. */
    private static final int SEQUENCES = Integer.getInteger("fieldhouse.sequences", 8);

    /** What was said of a column, key by key. */
    private final Map<Long, NavigableMap<Instant, Optional<String>>> statuses = new HashMap<>();

    private final Map<Long, NavigableMap<Instant, Optional<String>>> customIds = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachColumnIsAsItWasSaidLast(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = warehouse.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            for (int sequence = 0; sequence < SEQUENCES; sequence++) {
                NaiveHistory names = new NaiveHistory();
                statuses.clear();
                customIds.clear();
                StringBuilder said = new StringBuilder("seed " + seed + ", sequence " + sequence + ":");
                List<Integer> days =
                        new ArrayList<>(IntStream.range(0, DAYS).boxed().toList());
                Collections.shuffle(days, random);
                for (int day : days.subList(0, 6)) {
                    CodeExtract extract = extract(random, day);
                    said.append("\n").append(extract);
                    extract.merge(connection);
                    names.see(
                            extract.moment(),
                            extract.rows().stream().collect(Collectors.toMap(Row::key, Row::name)),
                            extract.isFull());
                    learn(extract, "status", statuses, Row::status);
                    learn(extract, "custom_id", customIds, Row::customId);
                    assertSame(sql, names, said.toString());
                    List<String> places = places(sql);
                    extract.merge(connection);
                    assertThat(places(sql)).as("%s, again", said).isEqualTo(places);
                }
                connection.rollback();
            }
        }
    }

    private static CodeExtract extract(Random random, int day) {
        List<String> columns = new ArrayList<>(List.of("name"));
        if (random.nextBoolean()) {
            columns.add("status");
        }
        if (random.nextBoolean()) {
            columns.add("custom_id");
        }
        List<Row> rows = new ArrayList<>();
        int share = 1 + random.nextInt(3);
        for (long key = 1; key <= 3; key++) {
            if (random.nextInt(3) < share) {
                rows.add(new Row(key, any(random, "a", "b"), anyOrNone(random, "x", "y"), anyOrNone(random, "1", "2")));
            }
        }
        return new CodeExtract(day, random.nextInt(3) > 0, false, columns, rows);
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static @Nullable String anyOrNone(Random random, String... values) {
        return random.nextInt(3) == 0 ? null : any(random, values);
    }

    private static void learn(
            CodeExtract extract,
            String column,
            Map<Long, NavigableMap<Instant, Optional<String>>> said,
            Function<Row, @Nullable String> value) {
        if (extract.columns().contains(column)) {
            extract.rows()
                    .forEach(row -> said.computeIfAbsent(row.key(), any -> new TreeMap<>())
                            .put(extract.moment(), Optional.ofNullable(value.apply(row))));
        }
    }

    private static List<String> places(DSLContext sql) {
        return sql.fetch("SELECT ctid::text FROM tracktik.dim_billing_codes ORDER BY 1")
                .getValues(0, String.class);
    }

    private void assertSame(DSLContext sql, NaiveHistory names, String said) {
        Map<String, org.jooq.Record> stored = sql.fetch("""
                        SELECT concat(billing_code_id, ' ', day), name, status, custom_id, valid_to = 'infinity'
                        FROM generate_series(-1, %d) day
                        JOIN tracktik.dim_billing_codes
                          ON valid_from <= '%2$s'::timestamptz + day * interval '24 h' + interval '1 h'
                         AND valid_to > '%2$s'::timestamptz + day * interval '24 h' + interval '1 h'""".formatted(DAYS, CodeExtract.START)).stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row));
        for (long key = 1; key <= 3; key++) {
            for (int day = -1; day <= DAYS; day++) {
                Instant moment = CodeExtract.moment(day).plusSeconds(3600);
                org.jooq.Record row = stored.get(key + " " + day);
                String where = said + "\nkey " + key + ", as of day " + day;
                assertThat(row == null ? null : row.get(1, String.class))
                        .as("name; %s", where)
                        .isEqualTo(names.at(key, moment));
                if (row != null) {
                    assertSaid(where, statuses.getOrDefault(key, new TreeMap<>()), moment, row.get(2, String.class));
                    if (row.get(4, Boolean.class)) {
                        assertThat(row.get(3, String.class))
                                .as("custom id; %s", where)
                                .isEqualTo(last(customIds.getOrDefault(key, new TreeMap<>())));
                    }
                }
            }
        }
        assertThat(sql.fetchValue("""
                        SELECT count(*)
                        FROM tracktik.dim_billing_codes a
                        LEFT JOIN tracktik.dim_billing_codes b
                          ON b.billing_code_id = a.billing_code_id AND b.valid_from = a.valid_to
                        WHERE a.valid_to < 'infinity'
                          AND ((a.name, a.status) IS NOT DISTINCT FROM (b.name, b.status)
                               OR a.retired = (b.billing_code_id IS NOT NULL))"""))
                .as("%s: versions that meet differ, and what ends without another is retired", said)
                .isEqualTo(0L);
    }

    /** Of what nobody had said yet, it may say what was said later, or nothing. */
    private static void assertSaid(
            String where, NavigableMap<Instant, Optional<String>> sayings, Instant moment, @Nullable String stored) {
        Map.Entry<Instant, Optional<String>> last = sayings.floorEntry(moment);
        if (last != null) {
            assertThat(Optional.ofNullable(stored)).as("status; %s", where).isEqualTo(last.getValue());
        } else if (stored != null) {
            assertThat(sayings.values()).as("status; %s", where).contains(Optional.of(stored));
        }
    }

    private static @Nullable String last(NavigableMap<Instant, Optional<String>> sayings) {
        return sayings.isEmpty() ? null : sayings.lastEntry().getValue().orElse(null);
    }
}
