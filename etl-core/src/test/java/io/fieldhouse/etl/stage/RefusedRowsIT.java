package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.etl.Tables.QUARANTINE;
import static io.fieldhouse.warehouse.jooq.staging.Tables.SERVICETITAN_JOB_TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import okio.ByteString;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that only the database can refuse: JSON that it takes for a text, but not for a value. */
class RefusedRowsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Feed<ByteString> TYPES = new Feed<>(
            "job_types",
            "servicetitan",
            SERVICETITAN_JOB_TYPES,
            ByteString::hashCode,
            List.of(column(SERVICETITAN_JOB_TYPES.NAME, json -> "a name")));

    private Workbench workbench;
    private boolean isToldWhich = true;

    @BeforeEach
    void begin() {
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    @AfterEach
    void end() {
        workbench.close();
    }

    private static Attempt attempt() {
        return new Attempt(Objects.requireNonNull(warehouse.sql().fetchOne("""
                                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                                VALUES (gen_random_uuid(), 'load', 'servicetitan', 'job_types', 'test')
                                RETURNING run_id""")).get(0, Long.class), null);
    }

    private static String taken(int i) {
        return "{\"i\": " + i + "}";
    }

    private String refused(int i) {
        return isToldWhich ? "{\"i\": \"\\u0000" + i + "\"}" : "{\"refused\": " + i + "}";
    }

    /** What is found at the end of a COPY is said without the row, as a server does that speaks Japanese of any. */
    private void refuseAtTheEnd() {
        here().execute("""
                CREATE OR REPLACE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF jsonb_exists(NEW.raw, 'refused') THEN RAISE data_exception; END IF;
                    RETURN NULL;
                END $$""");
        Object staging = here().fetchValue("""
                SELECT oid::regclass FROM pg_class
                WHERE relnamespace = pg_my_temp_schema() AND relname ~ '^servicetitan_job_types_\\d+$'
                ORDER BY oid DESC LIMIT 1""");
        here().execute("CREATE TRIGGER refuse AFTER INSERT ON " + staging
                + " FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse()");
    }

    private DSLContext here() {
        return DSL.using(workbench.connection(), SQLDialect.POSTGRES);
    }

    /** Stages so many records, of which some are refused, and says what was staged. */
    private Staged stage(int records, IntPredicate isRefused, StageLimits limits) {
        warehouse.sql().execute("TRUNCATE etl.quarantine");
        Attempt attempt = attempt();
        try (Stage<ByteString> stage = Stage.open(workbench, TYPES, attempt, limits)) {
            if (!isToldWhich) {
                refuseAtTheEnd();
            }
            for (int i = 0; i < records; i++) {
                ByteString json = ByteString.encodeUtf8(isRefused.test(i) ? refused(i) : taken(i));
                stage.add(json, json);
            }
            Staged staged = stage.finish();
            assertThat(here().fetch("SELECT raw FROM " + staged.table() + " ORDER BY ordinal")
                            .getValues(0, JSONB.class))
                    .containsExactlyElementsOf(IntStream.range(0, records)
                            .filter(isRefused.negate())
                            .mapToObj(i -> JSONB.valueOf(taken(i)))
                            .toList());
            assertThat(kept())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, records)
                            .filter(isRefused)
                            .mapToObj(this::refused)
                            .toList());
            return staged;
        }
    }

    private static List<String> kept() {
        return warehouse
                .sql()
                .selectFrom(QUARANTINE)
                .fetch(row -> new String(row.get(QUARANTINE.RECORD), StandardCharsets.UTF_8));
    }

    @Test
    void theyAreFoundAmongTheOthers() {
        Staged staged = stage(100, List.of(0, 7, 8, 40, 99)::contains, new StageLimits(30, 1 << 20, 0.5));

        assertThat(staged.rows()).isEqualTo(95);
        assertThat(staged.quarantined()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theyAreFoundWhetherOrNotItIsToldWhichTheyAre(boolean isTold) {
        isToldWhich = isTold;
        for (List<Integer> refused : List.of(List.of(0), List.of(99), List.of(3, 4, 70), List.of(29, 30))) {
            stage(100, refused::contains, new StageLimits(30, 1 << 20, 0.5));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theyAreFoundWhereverTheyAre(long seed) {
        Random random = new Random(seed);
        boolean[] isRefused = new boolean[400];
        for (int begin = 0; begin < isRefused.length; begin += 40) {
            int share = random.nextInt(5);
            for (int i = begin; i < begin + 40; i++) {
                isRefused[i] = random.nextInt(4) < share;
            }
        }
        stage(isRefused.length, i -> isRefused[i], new StageLimits(1 + random.nextInt(500), 1 << 20, 1));
    }

    @Test
    void howeverManyAreRefusedARowIsSentAFewTimesOnly() {
        StageLimits limits = new StageLimits(4000, 1 << 20, 1);
        long once = stage(4000, i -> false, limits).bytes();

        assertThat(stage(4000, i -> i % 4 > 0, limits).bytes()).isLessThan(6 * once);
        assertThat(stage(4000, i -> i % 40 == 0, limits).bytes()).isLessThan(6 * once);
        assertThat(stage(4000, i -> true, limits).bytes()).isLessThan(6 * once);
        isToldWhich = false;
        assertThat(stage(4000, i -> i % 2000 == 1000, limits).bytes()).isLessThan(15 * once);
    }
}
