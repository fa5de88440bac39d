package io.fieldhouse.etl.dimension;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.etl.feed.FeedColumn.untracked;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BILLING_CODES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.dimension.CodeHistory.Code;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a column that one extract has and another has not, point by point. */
class KnownColumnsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Feed<Code> WIDE =
            CodeHistory.feed(List.of(column(TRACKTIK_BILLING_CODES.STATUS, Code::status)));
    private static final Feed<Code> WITH_REMARK =
            CodeHistory.feed(List.of(untracked(TRACKTIK_BILLING_CODES.STATUS, Code::status)));

    private CodeHistory codes;

    @BeforeEach
    void begin() throws SQLException {
        codes = new CodeHistory(warehouse);
    }

    @AfterEach
    void end() throws SQLException {
        codes.close();
    }

    private static Code code(long id, String name, String status) {
        return new Code(id, name, status, null);
    }

    private MergeReport full(Feed<Code> feed, int day, Code... all) {
        return codes.merge(codes.whole(feed, day, all.length, all));
    }

    private static List<String> statuses(long key) {
        return warehouse
                .sql()
                .fetch(
                        "SELECT concat(name, ' ', status) FROM tracktik.dim_billing_codes WHERE billing_code_id = {0} ORDER BY valid_from",
                        key)
                .getValues(0, String.class);
    }

    @Test
    void lateExtractWithoutAColumnLeavesItAsItWas() {
        full(WIDE, 1, code(1, "a", "ACTIVE"));
        full(WIDE, 5, code(1, "a", "ACTIVE"));
        codes.full(3, Code.of(1, "b"));

        assertThat(codes.versions(1)).containsExactly("a ..3", "b 3..5", "a 5..");
        assertThat(statuses(1)).containsExactly("a ACTIVE", "b ACTIVE", "a ACTIVE");
        assertThat(full(WIDE, 6, code(1, "a", "ACTIVE")).unchanged()).isOne();
    }

    @Test
    void lateExtractWithoutAnUntrackedColumnLeavesItAsItWas() {
        full(WITH_REMARK, 1, code(1, "a", "remark"));
        full(WITH_REMARK, 5, code(1, "a", "remark"));
        codes.full(3, Code.of(1, "b"));

        assertThat(statuses(1)).containsExactly("a remark", "b remark", "a remark");
    }

    @Test
    void extractWithoutAColumnChangesNothingOfIt() {
        full(WIDE, 1, code(1, "a", "ACTIVE"), code(2, "b", "ACTIVE"));
        List<String> before = codes.rows();
        assertThat(codes.full(2, Code.of(1, "a"), Code.of(2, "b")).unchanged()).isEqualTo(2);
        assertThat(full(WIDE, 3, code(1, "a", "ACTIVE"), code(2, "b", "ACTIVE")).unchanged())
                .isEqualTo(2);
        assertThat(codes.rows()).isEqualTo(before);

        codes.full(4, Code.of(1, "a2"), Code.of(2, "b"));
        assertThat(statuses(1)).containsExactly("a ACTIVE", "a2 ACTIVE");
        assertThat(full(WIDE, 5, code(1, "a2", "ACTIVE"), code(2, "b", "ACTIVE"))
                        .unchanged())
                .isEqualTo(2);
        full(WIDE, 6, new Code(1L, "a2", null, null), code(2, "b", "ACTIVE"));
        assertThat(codes.versions(1)).containsExactly("a ..4", "a2 4..6", "a2 6..");
        assertThat(statuses(1)).containsExactly("a ACTIVE", "a2 ACTIVE", "a2 ");
    }

    @Test
    void newColumnThatAPartialExtractBroughtIsFilledInTheOthersToo() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"), Code.of(3, "c"));
        codes.merge(codes.whole(WIDE, 2, 99, code(1, "a", "ACTIVE"), new Code(3L, "c", null, null)));
        MergeReport report = full(WIDE, 3, code(1, "a", "ACTIVE"), code(2, "b", "ACTIVE"), code(3, "c", "ACTIVE"));

        assertThat(report).isEqualTo(new MergeReport(0, 1, 0, 1, 1, 0, 0, false));
        assertThat(codes.versions(2)).containsExactly("b ..");
        assertThat(codes.versions(3)).as("said to be empty before").containsExactly("c ..3", "c 3..");
    }

    @Test
    void newColumnOfALateExtractIsFilledInWhatCameAfterIt() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "a"), Code.of(2, "b"));
        full(WIDE, 3, code(1, "a", "ACTIVE"));
        MergeReport report = full(WIDE, 6, code(1, "a", "ACTIVE"), code(2, "b", "ACTIVE"));

        assertThat(report).isEqualTo(new MergeReport(0, 0, 0, 1, 1, 0, 0, false));
        assertThat(codes.versions(2)).containsExactly("b ..");
    }

    @Test
    void newColumnOfALateExtractSplitsNothing() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "a"));

        assertThat(full(WIDE, 3, code(1, "a", "ACTIVE")).overwritten()).isOne();
        assertThat(codes.versions(1)).containsExactly("a ..");
        assertThat(full(WIDE, 6, code(1, "a", "ACTIVE")).unchanged()).isOne();
        assertThat(statuses(1)).containsExactly("a ACTIVE");
    }

    @Test
    void wordOfALateExtractOnAColumnLastsUntilTheNextThatHasIt() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "b"));
        full(WIDE, 7, code(1, "b", "INACTIVE"));
        full(WIDE, 3, code(1, "a", "ACTIVE"));

        assertThat(codes.versions(1)).containsExactly("a ..5", "b 5..7", "b 7..");
        assertThat(statuses(1)).containsExactly("a ACTIVE", "b ACTIVE", "b INACTIVE");
    }

    @Test
    void newestWordOnAnUntrackedColumnCountsThoughItIsLate() {
        full(WITH_REMARK, 1, code(1, "a", "old"), code(2, "b", "old"));
        codes.partial(5, Code.of(2, "b"));
        MergeReport report = full(WITH_REMARK, 3, code(1, "a", "new"), code(2, "b", "new"));

        assertThat(report).isEqualTo(new MergeReport(0, 0, 0, 2, 0, 0, 0, true));
        assertThat(statuses(1)).containsExactly("a new");
        assertThat(statuses(2)).as("the partial one said nothing of it").containsExactly("b new");
        full(WITH_REMARK, 3, code(1, "a", "newer"), code(2, "b", "new"));
        assertThat(statuses(1)).containsExactly("a newer");
        full(WITH_REMARK, 2, code(1, "a", "older"), code(2, "b", "older"));
        assertThat(statuses(1)).containsExactly("a newer");
    }

    @Test
    void correctionOfTheSameMomentKeepsTheVersion() {
        codes.full(1, Code.of(1, "a"));
        codes.full(3, Code.of(1, "b"));
        List<Long> versions = keys();
        codes.full(3, Code.of(1, "b2"));

        assertThat(codes.versions(1)).containsExactly("a ..3", "b2 3..");
        assertThat(keys()).isEqualTo(versions);
    }

    private static List<Long> keys() {
        return warehouse
                .sql()
                .fetch("SELECT billing_code_key FROM tracktik.dim_billing_codes ORDER BY valid_from")
                .getValues(0, Long.class);
    }
}
