package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.staging.Tables.SERVICETITAN_JOBS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_POSITIONS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okio.ByteString;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values at the ends of what their types can be, as the server writes them, and batches at the end of what they may hold. */
class StagedEdgesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private Workbench workbench;

    @BeforeEach
    void begin() {
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    @AfterEach
    void end() {
        workbench.close();
    }

    private DSLContext here() {
        return DSL.using(workbench.connection(), SQLDialect.POSTGRES);
    }

    private static Attempt attempt() {
        return new Attempt(Objects.requireNonNull(warehouse.sql().fetchOne("""
                                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                                VALUES (gen_random_uuid(), 'load', 'tracktik', 'edges', 'test')
                                RETURNING run_id""")).get(0, Long.class), null);
    }

    /** What values are when they have arrived; which of them are unfit, is kept in quarantine. */
    private <V> List<String> arrived(Table<?> table, Field<V> field, String text, List<V> values) {
        Feed<V> feed = new Feed<>("edges", "tracktik", table, Object::toString, List.of(column(field, value -> value)));
        try (Stage<V> stage = Stage.open(workbench, feed, attempt(), new StageLimits(3, 1 << 20, 1))) {
            values.forEach(value -> stage.add(value, ByteString.encodeUtf8("{}")));
            Staged staged = stage.finish();
            assertThat(staged.rows() + staged.quarantined()).isEqualTo(values.size());
            return here().fetch("SELECT " + text.formatted(field.getName()) + " FROM " + staged.table()
                            + " ORDER BY ordinal")
                    .getValues(0, String.class);
        }
    }

    private List<String> days(Stream<String> days) {
        return arrived(
                TRACKTIK_POSITIONS,
                TRACKTIK_POSITIONS.BEGINS_ON,
                "%s::text",
                days.map(LocalDate::parse).toList());
    }

    private List<String> moments(Stream<String> moments) {
        return arrived(
                TRACKTIK_SHIFTS,
                TRACKTIK_SHIFTS.STARTS_AT,
                "(%s AT TIME ZONE 'UTC')::text",
                moments.map(OffsetDateTime::parse).toList());
    }

    @Test
    void daysArriveFromTheFirstThatThereIsToTheLast() {
        assertThat(days(Stream.of("-4712-01-01", "0000-12-31", "+5874896-12-31")))
                .containsExactly("4713-01-01 BC", "0001-12-31 BC", "5874896-12-31");
        List<String> usual = List.of(
                "0001-01-01",
                "1582-10-10",
                "1900-02-28",
                "1900-03-01",
                "1969-12-31",
                "1999-12-31",
                "2000-01-01",
                "2000-02-29",
                "2025-06-12",
                "9999-12-31");
        assertThat(days(usual.stream())).isEqualTo(usual);
    }

    @Test
    void momentsArriveFromTheFirstThatThereIsToTheLast() {
        assertThat(moments(Stream.of(
                        "-4712-01-01T00:00:00+18:00",
                        "0000-06-01T00:00:00Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "1999-12-31T23:59:59.999999Z",
                        "2000-01-01T00:00:00Z",
                        "2000-01-01T00:00:00.000001+01:00",
                        "+294275-12-31T23:59:59.999999-18:00")))
                .containsExactly(
                        "4714-12-31 06:00:00 BC",
                        "0001-06-01 00:00:00 BC",
                        "1969-12-31 23:59:59.999999",
                        "1999-12-31 23:59:59.999999",
                        "2000-01-01 00:00:00",
                        "1999-12-31 23:00:00.000001",
                        "294276-01-01 17:59:59.999999");
    }

    @Test
    void whatLiesBeyondIsUnfit() {
        assertThat(days(Stream.of(
                        "-4713-12-31", "+5874897-01-01", "-999999999-01-01", "+999999999-12-31", "2000-01-01")))
                .containsExactly("2000-01-01");
        assertThat(moments(Stream.of("-4713-12-31T23:59:59Z", "+294276-01-01T00:00:00Z", "2000-01-01T00:00:00Z")))
                .containsExactly("2000-01-01 00:00:00");
    }

    @Test
    void integersArriveFromTheLeastToTheGreatest() {
        assertThat(arrived(
                        SERVICETITAN_JOBS,
                        SERVICETITAN_JOBS.APPOINTMENTCOUNT,
                        "%s::text",
                        List.of(Integer.MIN_VALUE, -65_536, -1, 0, 1, 255, 256, Integer.MAX_VALUE)))
                .containsExactly("-2147483648", "-65536", "-1", "0", "1", "255", "256", "2147483647");
        assertThat(arrived(
                        TRACKTIK_SHIFTS,
                        TRACKTIK_SHIFTS.POSITION_ID,
                        "%s::text",
                        List.of(Long.MIN_VALUE, -1L, 0L, 1L << 32, Long.MAX_VALUE)))
                .containsExactly("-9223372036854775808", "-1", "0", "4294967296", "9223372036854775807");
    }

    @Test
    void noMoreIsSentAtOnceThanTheBytesAllow() {
        Feed<String> feed = new Feed<>(
                "edges",
                "tracktik",
                TRACKTIK_SHIFTS,
                text -> text,
                List.of(column(TRACKTIK_SHIFTS.CUSTOM_ID, text -> text)));
        Attempt attempt = attempt();
        ByteString json = ByteString.encodeUtf8("x".repeat(1000));
        try (Stage<String> stage = Stage.open(workbench, feed, attempt, new StageLimits(1_000_000, 10_000, 1))) {
            here().execute("CREATE TEMP TABLE sent (records bigint)");
            here().execute("""
                    CREATE FUNCTION pg_temp.count_sent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        INSERT INTO pg_temp.sent SELECT count(*) FROM records;
                        RETURN NULL;
                    END $$""");
            here().execute("CREATE TRIGGER count_sent AFTER INSERT ON pg_temp.tracktik_shifts_" + attempt.runId()
                    + " REFERENCING NEW TABLE AS records EXECUTE FUNCTION pg_temp.count_sent()");
            IntStream.range(0, 95).forEach(i -> stage.add("", json));
            stage.add("", ByteString.encodeUtf8("y".repeat(50_000)));
            stage.add("", json);
            assertThat(stage.finish().rows()).isEqualTo(97);
        }
        // Ten rows of a little more than 1,000 bytes, and one that is larger than a batch.
        assertThat(here().fetch("SELECT records FROM pg_temp.sent").getValues(0, Integer.class))
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 6, 1);
    }
}
