package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.etl.feed.FeedColumn.untracked;
import static io.fieldhouse.warehouse.jooq.etl.Tables.QUARANTINE;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_PAY_CODES;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final AtomicLong RUNS = new AtomicLong();
    private static final ByteString JSON = ByteString.encodeUtf8("{\"id\":1}");

    /** One of everything that a column can be. */
    private record Item(
            @Nullable Long id,
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable Boolean yes,
            @Nullable OffsetDateTime moment) {}

    private static final Feed<Item> SHIFTS = new Feed<>(
            "shifts",
            "tracktik",
            TRACKTIK_SHIFTS,
            Item::id,
            List.of(
                    column(TRACKTIK_SHIFTS.SHIFT_ID, Item::id),
                    column(TRACKTIK_SHIFTS.CUSTOM_ID, Item::text),
                    column(TRACKTIK_SHIFTS.PAY_RATE, Item::number),
                    column(TRACKTIK_SHIFTS.VACANT, Item::yes),
                    column(TRACKTIK_SHIFTS.STARTS_AT, Item::moment)));

    private Attempt attempt;
    private Workbench workbench;

    @BeforeEach
    void begin() {
        attempt = new Attempt(begun(), null);
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    @AfterEach
    void end() {
        workbench.close();
    }

    private DSLContext here() {
        return DSL.using(workbench.connection(), SQLDialect.POSTGRES);
    }

    private static long begun() {
        return Objects.requireNonNull(warehouse.sql().fetchOne("""
                                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                                VALUES (gen_random_uuid(), 'load', 'tracktik', 'shifts', 'test-%d')
                                RETURNING run_id""".formatted(RUNS.incrementAndGet())))
                .get(0, Long.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyValueArrivesAsItWas(long seed) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        for (long id = 0; id < 3000; id++) {
            items.add(new Item(
                    id,
                    maybe(random, text(random)),
                    maybe(random, number(random)),
                    maybe(random, random.nextBoolean()),
                    maybe(random, moment(random))));
        }
        StageLimits small = new StageLimits(1 + random.nextInt(700), 1 << (8 + random.nextInt(10)), 0);
        try (Stage<Item> stage = Stage.open(workbench, SHIFTS, attempt, small)) {
            items.forEach(item -> stage.add(item, json(item)));
            Staged staged = stage.finish();

            assertThat(staged.rows()).isEqualTo(items.size());
            assertThat(staged.quarantined()).isZero();
            List<Record> rows = new ArrayList<>(here().fetch("SELECT * FROM " + staged.table() + " ORDER BY ordinal"));
            assertThat(rows).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                assertArrived(items.get(i), rows.get(i), i);
            }
        }
    }

    private static void assertArrived(Item item, Record row, long ordinal) {
        assertThat(row.get("shift_id", Long.class)).isEqualTo(item.id());
        assertThat(row.get("custom_id", String.class)).isEqualTo(item.text());
        if (item.number() == null) {
            assertThat(row.get("pay_rate")).isNull();
        } else {
            assertThat(row.get("pay_rate", BigDecimal.class)).isEqualByComparingTo(item.number());
        }
        assertThat(row.get("vacant", Boolean.class)).isEqualTo(item.yes());
        OffsetDateTime moment = row.get("starts_at", OffsetDateTime.class);
        assertThat(moment == null ? null : moment.toInstant())
                .isEqualTo(
                        item.moment() == null ? null : item.moment().toInstant().truncatedTo(ChronoUnit.MICROS));
        assertThat(row.get("ordinal", Long.class)).isEqualTo(ordinal);
        assertThat(row.get("raw", byte[].class)).isEqualTo(json(item).toByteArray());
        assertThat(row.get("row_hash", byte[].class)).hasSize(16);
    }

    private static ByteString json(Item item) {
        return ByteString.encodeUtf8("{\"id\": " + item.id() + "}");
    }

    private static <V> @Nullable V maybe(Random random, V value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int codePoint = random.nextBoolean() ? 1 + random.nextInt(127) : 1 + random.nextInt(0x10FFFF);
            text.appendCodePoint(codePoint >= 0xD800 && codePoint <= 0xDFFF ? '\t' : codePoint);
        }
        return text.toString();
    }

    private static BigDecimal number(Random random) {
        int bits = random.nextInt(6) == 0 ? 600 : random.nextInt(64);
        BigInteger digits = new BigInteger(bits, random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(30) - 12);
    }

    private static OffsetDateTime moment(Random random) {
        return OffsetDateTime.of(
                        LocalDate.of(2000, 1, 1), LocalTime.MIDNIGHT, ZoneOffset.ofHours(random.nextInt(25) - 12))
                .plusSeconds(random.nextInt())
                .plusNanos(random.nextInt(1_000_000_000));
    }

    @Test
    void numbersAtTheEdgesArriveToo() {
        List<BigDecimal> numbers = List.of(
                BigDecimal.ZERO,
                new BigDecimal("0.00"),
                new BigDecimal("-0.0001"),
                new BigDecimal("10000"),
                new BigDecimal("9999.9999"),
                new BigDecimal("1E+20"),
                new BigDecimal("1E-20"),
                new BigDecimal("100000000000000000000000000.00000000000000000000001"),
                BigDecimal.valueOf(Long.MIN_VALUE),
                BigDecimal.valueOf(Long.MAX_VALUE, 18),
                BigDecimal.ONE.scaleByPowerOfTen(131_071),
                BigDecimal.ONE.scaleByPowerOfTen(-16_383));
        try (Stage<Item> stage = Stage.open(workbench, SHIFTS, attempt, StageLimits.DEFAULT)) {
            numbers.forEach(number -> stage.add(new Item(1L, null, number, null, null), JSON));
            Staged staged = stage.finish();

            assertThat(here().fetch("SELECT pay_rate FROM " + staged.table() + " ORDER BY ordinal")
                            .getValues(0, BigDecimal.class))
                    .usingElementComparator(BigDecimal::compareTo)
                    .isEqualTo(numbers);
        }
    }

    @Test
    void recordThatDoesNotFitIsKeptWholeAndTheOthersAreLoaded() {
        Item[] unfit = {
            new Item(11L, "a\0b", null, null, null),
            new Item(12L, "half \uD83D of a pair", null, null, null),
            new Item(13L, null, BigDecimal.ONE.scaleByPowerOfTen(140_000), null, null),
            new Item(14L, null, BigDecimal.ONE.scaleByPowerOfTen(-20_000), null, null),
            new Item(15L, null, null, null, OffsetDateTime.MAX),
            new Item(16L, null, null, null, OffsetDateTime.MIN),
        };
        StageLimits limits = new StageLimits(4, 1 << 20, 0.5);
        try (Stage<Item> stage = Stage.open(workbench, SHIFTS, attempt, limits)) {
            for (long id = 0; id < 20; id++) {
                stage.add(new Item(id + 100, null, null, null, null), JSON);
            }
            for (Item item : unfit) {
                stage.add(item, ByteString.encodeUtf8("{\"id\":" + item.id() + ",\"x\":\"\\u0000\"}"));
            }
            stage.reject("$.data[7].id is no number", ByteString.encodeUtf8("{\"id\":\"x\"}"));
            Staged staged = stage.finish();

            assertThat(staged.rows()).isEqualTo(20);
            assertThat(staged.quarantined()).isEqualTo(7);
        }
        var kept = warehouse
                .sql()
                .selectFrom(QUARANTINE)
                .where(QUARANTINE.RUN_ID.eq(attempt.runId()))
                .orderBy(QUARANTINE.QUARANTINE_ID)
                .fetch();
        assertThat(kept.getValues(QUARANTINE.REASON))
                .containsExactly(
                        "custom_id has a NUL character",
                        "custom_id is not valid Unicode",
                        "pay_rate has too many digits before the point",
                        "pay_rate has too many digits behind the point",
                        "starts_at is outside of what a date can be",
                        "starts_at is outside of what a date can be",
                        "$.data[7].id is no number");
        assertThat(kept.getValues(QUARANTINE.SOURCE_KEY)).containsExactly("11", "12", "13", "14", "15", "16", null);
        assertThat(kept.getValues(QUARANTINE.FEED)).containsOnly("shifts");
        assertThat(new String(kept.get(0).get(QUARANTINE.RECORD), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":11,\"x\":\"\\u0000\"}");
    }

    @Test
    void hashTellsWhatIsTrackedAndNothingElse() {
        Feed<Item> withTime = new Feed<>(
                "pay_codes",
                "tracktik",
                TRACKTIK_PAY_CODES,
                Item::id,
                List.of(
                        column(TRACKTIK_PAY_CODES.PAY_CODE_ID, Item::id),
                        column(TRACKTIK_PAY_CODES.CODE, Item::text),
                        column(TRACKTIK_PAY_CODES.MULTIPLIER, Item::number),
                        untracked(TRACKTIK_PAY_CODES.SOURCE_MODIFIED_AT, Item::moment)));
        Feed<Item> withoutCode = new Feed<>(
                "pay_codes",
                "tracktik",
                TRACKTIK_PAY_CODES,
                Item::id,
                List.of(
                        column(TRACKTIK_PAY_CODES.MULTIPLIER, Item::number),
                        column(TRACKTIK_PAY_CODES.PAY_CODE_ID, Item::id)));
        Item base = new Item(1L, null, new BigDecimal("1.5"), null, null);

        String hash = hash(withTime, base);
        assertThat(hash(
                        withTime,
                        new Item(1L, null, new BigDecimal("1.500"), true, OffsetDateTime.now(ZoneOffset.UTC))))
                .isEqualTo(hash);
        // A column that came later, and is empty, changes nothing.
        assertThat(hash(withoutCode, base)).isEqualTo(hash);
        assertThat(hash(withTime, new Item(1L, "", new BigDecimal("1.5"), null, null)))
                .isNotEqualTo(hash);
        assertThat(hash(withTime, new Item(1L, null, null, null, null))).isNotEqualTo(hash);
        assertThat(hash(withTime, new Item(2L, null, new BigDecimal("1.5"), null, null)))
                .isNotEqualTo(hash);
    }

    private String hash(Feed<Item> feed, Item item) {
        try (Stage<Item> stage = Stage.open(workbench, feed, new Attempt(begun(), null), StageLimits.DEFAULT)) {
            stage.add(item, JSON);
            return Objects.requireNonNull(here().fetchValue("SELECT encode(row_hash, 'hex') FROM "
                            + stage.finish().table()))
                    .toString();
        }
    }

    @Test
    void whatIsStagedGoesWithTheWorkbench() {
        try (Stage<Item> stage = Stage.open(workbench, SHIFTS, attempt, StageLimits.DEFAULT)) {
            assertThat(tables(stage.finish())).isOne();
        }
        workbench.close();

        assertThat(warehouse
                        .sql()
                        .fetchCount(
                                DSL.table("pg_class"),
                                DSL.condition("relname = 'tracktik_shifts_" + attempt.runId() + "'")))
                .isZero();
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    private static int tables(Staged staged) {
        return warehouse
                .sql()
                .fetchCount(
                        DSL.table("pg_class"),
                        DSL.condition("relname = '" + staged.table().toString().replace("pg_temp.", "") + "'"));
    }

    @Test
    void recordThatIsKeptAlreadyIsNotKeptAgain() {
        for (int i = 0; i < 2; i++) {
            Attempt another = new Attempt(begun(), null);
            try (Stage<Item> stage = Stage.open(workbench, SHIFTS, another, new StageLimits(9, 9, 1))) {
                stage.add(new Item(4711L, "\0", null, null, null), JSON);
                assertThat(stage.finish().quarantined()).isOne();
            }
        }
        assertThat(warehouse.sql().fetchCount(QUARANTINE, QUARANTINE.SOURCE_KEY.eq("4711")))
                .isOne();
    }
}
