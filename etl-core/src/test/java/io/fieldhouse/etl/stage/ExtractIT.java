package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.staging.Tables.SERVICETITAN_JOB_TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers of any vendor. */
class ExtractIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Feed<String> TYPES = new Feed<>(
            "job_types",
            "servicetitan",
            SERVICETITAN_JOB_TYPES,
            name -> name,
            List.of(column(SERVICETITAN_JOB_TYPES.NAME, name -> name)));

    private LoadLedger ledger;
    private Workbench workbench;

    @BeforeEach
    void begin() {
        ledger = LoadLedger.open(
                new Database(warehouse.dataSource()),
                new LoadPlan("servicetitan", "load", new UUID(1, 2), List.of(), List.of()),
                "test",
                Duration.ofMinutes(1));
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    @AfterEach
    void end() {
        workbench.close();
    }

    private static Answer<String> answer(long vendorCount, String... names) {
        return (stage, came) -> {
            for (String name : names) {
                stage.add(name, ByteString.encodeUtf8("{}"));
            }
            came.accept(LoadCounts.read(names.length, 0, 1, 2L * names.length));
            return vendorCount;
        };
    }

    private Extract extract(Attempt attempt, List<Answer<String>> answers) {
        return Extract.of(workbench, ledger, TYPES, answers, attempt, StageLimits.DEFAULT);
    }

    private static LoadException failure() {
        return new LoadException(Kind.TRANSIENT, "Reading failed", null);
    }

    /** What the ledger has counted by the time that the attempt fails. */
    private String counted(Attempt attempt) {
        ledger.failed(attempt, failure());
        return String.valueOf(warehouse
                .sql()
                .fetchValue(
                        "SELECT concat(rows_read, ' ', rows_quarantined) FROM etl.etl_run_log WHERE run_id = {0}",
                        attempt.runId()));
    }

    @Test
    void answersAreStagedOneBehindTheOtherAndCounted() {
        Attempt attempt = ledger.begin(TYPES.name());
        Extract extract = extract(attempt, List.of(answer(3, "a", "b\0"), answer(2, "c", "d")));

        assertThat(extract.staged().rows()).isEqualTo(3);
        assertThat(extract.vendorCount()).isEqualTo(5);
        assertThat(extract.counts()).isEqualTo(LoadCounts.read(4, 1, 2, 8));
        assertThat(counted(attempt)).isEqualTo("4 1");
    }

    @Test
    void whatCameBeforeAFailureIsCounted() {
        Attempt attempt = ledger.begin(TYPES.name());
        LoadException failure = failure();

        assertThatThrownBy(() -> extract(attempt, List.of(answer(2, "a", "b"), (stage, came) -> {
                    came.accept(LoadCounts.read(7, 0, 1, 0));
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(counted(attempt)).isEqualTo("9 0");
    }
}
