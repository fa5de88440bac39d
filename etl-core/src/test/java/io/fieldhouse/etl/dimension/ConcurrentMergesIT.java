package io.fieldhouse.etl.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.dimension.CodeExtract.Row;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges at once: they take turns, in whatever order, and the history is the same. */
class ConcurrentMergesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final int DAYS = 10;
    private static final int KEYS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void historyDoesNotDependOnWhoComesFirst(long seed) throws Exception {
        new CodeHistory(warehouse).close();
        Random random = new Random(seed);
        NaiveHistory model = new NaiveHistory();
        List<Callable<MergeReport>> merges = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            CodeExtract extract = extract(random, day);
            model.see(extract.moment(), names(extract), extract.isFull());
            merges.add(() -> merge(extract));
        }
        Collections.shuffle(merges, random);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<MergeReport> merge : threads.invokeAll(merges)) {
                assertThat(merge.get()).isNotNull();
            }
        } finally {
            threads.shutdown();
        }

        for (long key = 1; key <= KEYS; key++) {
            for (int day = -1; day <= DAYS; day++) {
                String name = model.at(key, CodeExtract.moment(day).plusSeconds(3600));
                assertThat(names(key, day))
                        .as("seed %d, key %d, as of day %d", seed, key, day)
                        .isEqualTo(name == null ? List.of() : List.of(name));
            }
        }
    }

    private static CodeExtract extract(Random random, int day) {
        int share = random.nextInt(4);
        List<Row> rows = IntStream.rangeClosed(1, KEYS)
                .filter(key -> random.nextInt(3) < share)
                .mapToObj(key -> new Row(key, String.valueOf((char) ('a' + random.nextInt(3))), null, null))
                .toList();
        return new CodeExtract(day, random.nextInt(3) > 0, false, List.of("name"), rows);
    }

    private static Map<Long, String> names(CodeExtract extract) {
        Map<Long, String> names = new TreeMap<>();
        extract.rows().forEach(row -> names.put(row.key(), row.name()));
        return names;
    }

    private static MergeReport merge(CodeExtract extract) throws Exception {
        try (Connection connection = warehouse.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            MergeReport report = extract.merge(connection);
            connection.commit();
            return report;
        }
    }

    private static List<String> names(long key, int day) {
        return warehouse
                .sql()
                .fetch(
                        "SELECT name FROM tracktik.dim_billing_codes WHERE billing_code_id = {0} AND valid_from <= {1}::timestamptz AND valid_to > {1}::timestamptz",
                        key, CodeExtract.moment(day).plusSeconds(3600).toString())
                .getValues(0, String.class);
    }
}
