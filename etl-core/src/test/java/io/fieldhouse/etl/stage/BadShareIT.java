package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.etl.Tables.QUARANTINE;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.util.List;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many records may be bad before what is staged counts as failed. */
class BadShareIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    /** A shift that does not fit, or that does. */
    private static final Feed<Boolean> SHIFTS = new Feed<>(
            "shifts",
            "tracktik",
            TRACKTIK_SHIFTS,
            isBad -> 1L,
            List.of(column(TRACKTIK_SHIFTS.CUSTOM_ID, isBad -> isBad ? "\0" : "")));

    @Test
    void tooManyThatDoNotFitFailTheUnitAndAreKeptAllTheSame() {
        Attempt attempt = new Attempt(begun(), null);
        LoadException refused = Objects.requireNonNull(failure(attempt, 20, 100, 0.1));

        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(refused).hasMessageContaining("20 of 100 records of shifts");
        assertThat(warehouse.sql().fetchCount(QUARANTINE, QUARANTINE.RUN_ID.eq(attempt.runId())))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, 0.05, false",
        "2, 20, 0.05, true",
        "18, 19, 0.05, false",
        "19, 19, 0.05, true",
        "1, 1, 0.05, true",
        "1, 1, 0, true",
        "1, 2, 0, true",
        "0, 2, 0, false",
        "0, 0, 0, false",
        "2, 2, 1, false",
        "30, 30, 1, false"
    })
    void shareIsHeldHoweverFewRecordsAUnitHas(int bad, int all, double share, boolean fails) {
        LoadException failure = failure(new Attempt(begun(), unit()), bad, all, share);

        assertThat(failure != null).isEqualTo(fails);
    }

    @Test
    void whatIsReadByTheWayMayBeBadUnlessNoneMay() {
        assertThat(failure(new Attempt(begun(), null), 1, 1, 0.05)).isNull();
        assertThat(failure(new Attempt(begun(), null), 1, 1, 0))
                .hasMessageContaining("1 of 1 records of shifts do not fit");
    }

    /** Stages so many, and says how that failed, if it did. */
    private static @Nullable LoadException failure(Attempt attempt, int bad, int all, double share) {
        StageLimits limits = new StageLimits(7, 1 << 20, share);
        try (Workbench workbench = Workbench.open(new Database(warehouse.dataSource()));
                Stage<Boolean> stage = Stage.open(workbench, SHIFTS, attempt, limits)) {
            for (int i = 0; i < all; i++) {
                stage.add(i < bad, ByteString.encodeUtf8("{\"run\": " + attempt.runId() + ", \"id\": " + i + "}"));
            }
            return catchThrowableOfType(LoadException.class, stage::finish);
        }
    }

    private static long begun() {
        return number("""
                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                VALUES (gen_random_uuid(), 'load', 'tracktik', 'shifts', 'test') RETURNING run_id""");
    }

    private static long unit() {
        return number("""
                INSERT INTO etl.load_units (source, feed, scope, title)
                VALUES ('tracktik', 'shifts', jsonb_build_object('unit', gen_random_uuid()), 'a unit')
                RETURNING unit_id""");
    }

    private static long number(String sql) {
        return Objects.requireNonNull(warehouse.sql().fetchOne(sql)).get(0, Long.class);
    }
}
