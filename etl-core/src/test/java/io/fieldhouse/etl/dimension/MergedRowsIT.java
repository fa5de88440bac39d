package io.fieldhouse.etl.dimension;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.etl.feed.FeedColumn.untracked;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.dimension.CodeHistory.Code;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of rows and columns that are not as one would expect. */
class MergedRowsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private CodeHistory codes;

    @BeforeEach
    void begin() throws SQLException {
        codes = new CodeHistory(warehouse);
    }

    @AfterEach
    void end() throws SQLException {
        codes.close();
    }

    @Test
    void ofAKeyThatComesTwiceTheLatestCountsAndTheOtherIsReported() {
        OffsetDateTime noon = OffsetDateTime.of(2025, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);
        MergeReport report = codes.full(
                1,
                new Code(1L, "new", null, noon),
                new Code(1L, "old", null, noon.minusHours(1)),
                new Code(1L, "none", null, null),
                Code.of(2, "x"),
                Code.of(2, "y"));

        assertThat(report).isEqualTo(new MergeReport(2, 0, 0, 0, 0, 3, 0, false));
        assertThat(codes.versions(1)).containsExactly("new ..");
        assertThat(codes.versions(2)).containsExactly("y ..");
        assertThat(openIssues()).containsExactly("1", "2");
        codes.full(2, Code.of(1, "new"), Code.of(2, "y"), Code.of(2, "y"));
        assertThat(openIssues()).containsExactly("2");
        codes.full(3, Code.of(1, "new"), Code.of(2, "y"));
        assertThat(openIssues()).isEmpty();
    }

    private static List<String> openIssues() {
        return warehouse
                .sql()
                .fetch(
                        "SELECT entity_key FROM etl.data_quality_issues WHERE rule = 'duplicate record' AND closed_at IS NULL ORDER BY 1")
                .getValues(0, String.class);
    }

    @Test
    void recordWithoutAKeyGoesToQuarantine() {
        MergeReport report =
                codes.full(1, Code.of(1, "a"), new Code(null, "b", null, null), new Code(null, "c", null, null));

        assertThat(report.withoutKey()).isEqualTo(2);
        assertThat(
                        warehouse
                                .sql()
                                .fetchValue(
                                        "SELECT count(*) FROM etl.quarantine WHERE reason = 'billing_code_id is empty' AND record = '{\"id\":null}'"))
                .as("kept once, since both came as the same bytes")
                .isEqualTo(1L);
        assertThat(warehouse.sql().fetchCount(DIM_BILLING_CODES)).isEqualTo(1);
    }

    @Test
    void recordWithoutAKeyMayBeTheOneThatSeemsToBeGone() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        codes.full(2, Code.of(1, "a"), new Code(null, "b", null, null));

        assertThat(codes.versions(2)).containsExactly("b ..");
    }

    @Test
    void recordThatComesTwiceMayHideTheOneThatSeemsToBeGone() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"), Code.of(3, "c"));
        MergeReport report = codes.full(2, Code.of(1, "a"), Code.of(2, "b"), Code.of(2, "b"));

        assertThat(report).isEqualTo(new MergeReport(0, 0, 0, 0, 2, 1, 0, false));
        assertThat(codes.versions(3)).containsExactly("c ..");
    }

    @Test
    void untrackedColumnIsOverwrittenInPlace() {
        Feed<Code> feed = CodeHistory.feed(List.of(untracked(TRACKTIK_BILLING_CODES.STATUS, Code::status)));
        codes.merge(codes.whole(feed, 1, 2, new Code(1L, "a", "ACTIVE", null), new Code(2L, "b", "ACTIVE", null)));
        MergeReport report = codes.merge(
                codes.whole(feed, 2, 2, new Code(1L, "a", "INACTIVE", null), new Code(2L, "b", "ACTIVE", null)));

        assertThat(report).isEqualTo(new MergeReport(0, 0, 0, 1, 1, 0, 0, false));
        assertThat(codes.versions(1)).containsExactly("a ..");
        assertThat(warehouse
                        .sql()
                        .fetchValue("SELECT status FROM tracktik.dim_billing_codes WHERE billing_code_id = 1"))
                .isEqualTo("INACTIVE");
    }

    @Test
    void columnThatIsAddedOpensNoVersionWhereAllElseIsAsItWas() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"), Code.of(3, "c"));
        Feed<Code> wider = CodeHistory.feed(List.of(column(TRACKTIK_BILLING_CODES.STATUS, Code::status)));
        MergeReport report = codes.merge(codes.whole(
                wider,
                2,
                3,
                new Code(1L, "a", "ACTIVE", null),
                new Code(2L, "b2", "ACTIVE", null),
                new Code(3L, "c", null, null)));

        assertThat(report).isEqualTo(new MergeReport(0, 1, 0, 1, 1, 0, 0, false));
        assertThat(codes.versions(1)).containsExactly("a ..");
        assertThat(codes.versions(2)).containsExactly("b ..2", "b2 2..");
        codes.merge(codes.whole(
                wider,
                3,
                3,
                new Code(1L, "a", "INACTIVE", null),
                new Code(2L, "b2", "ACTIVE", null),
                new Code(3L, "c", null, null)));
        assertThat(codes.versions(1)).containsExactly("a ..3", "a 3..");
    }

    @Test
    void inferredMemberIsFilledWhenAnExtractShowsIt() {
        codes.full(1, Code.of(1, "a"));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO tracktik.dim_billing_codes (billing_code_id, valid_from, inferred, row_hash) VALUES (9, '-infinity', true, '')");
        assertThat(codes.full(2, Code.of(1, "a")).retired()).isZero();
        assertThat(codes.full(3, Code.of(1, "a"), Code.of(9, "z")).overwritten())
                .isEqualTo(1);

        assertThat(codes.versions(9)).containsExactly("z ..");
        assertThat(warehouse
                        .sql()
                        .fetchValue("SELECT inferred FROM tracktik.dim_billing_codes WHERE billing_code_id = 9"))
                .isEqualTo(false);
    }

    @Test
    void inferredMemberThatALateExtractShowsIsGoneWhereALaterOneHasItNot() {
        codes.full(1, Code.of(1, "a"));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO tracktik.dim_billing_codes (billing_code_id, valid_from, inferred, row_hash) VALUES (9, '-infinity', true, '')");
        Object version =
                warehouse.sql().fetchValue("SELECT billing_code_key FROM tracktik.dim_billing_codes WHERE inferred");
        codes.full(5, Code.of(1, "a"));
        assertThat(codes.full(3, Code.of(1, "a"), Code.of(9, "z")).overwritten())
                .isOne();

        assertThat(codes.versions(9)).containsExactly("z ..5 retired");
        assertThat(warehouse
                        .sql()
                        .fetchValue(
                                "SELECT billing_code_key FROM tracktik.dim_billing_codes WHERE billing_code_id = 9"))
                .as("facts point to it")
                .isEqualTo(version);
    }

    @Test
    void keptRecordIsSettledWhenItsKeyComesAfterAllOrIsProvenGone() {
        codes.full(1, Code.of(1, "a"));
        List.of("1", "2", "3").forEach(MergedRowsIT::keep);
        codes.partial(2, Code.of(2, "b"));
        assertThat(waiting()).containsExactly("1", "3");
        codes.partial(2, Code.of(2, "b"), Code.of(1, "a"));
        assertThat(waiting()).as("of a moment that is known already").containsExactly("3");

        codes.full(3, Code.of(1, "a"), Code.of(2, "b"), new Code(null, "c", null, null));
        assertThat(waiting()).as("not proven whole").containsExactly("3", "none");
        codes.full(4, Code.of(1, "a"), Code.of(2, "b"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void keptRecordOfAnotherFeedOrOfTheSameAttemptWaits() {
        codes.full(1, Code.of(1, "a"));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.quarantine (source, feed, source_key, reason_kind, reason, record) VALUES ('tracktik', 'pay_codes', '1', 'unfit value', 'invented', '')");
        codes.full(2, Code.of(1, "a"), new Code(null, "b", null, null));

        assertThat(waiting()).containsExactly("1", "none");
    }

    private static void keep(String key) {
        warehouse
                .sql()
                .execute(
                        "INSERT INTO etl.quarantine (source, feed, source_key, reason_kind, reason, record) VALUES ('tracktik', 'billing_codes', {0}, 'unfit value', 'invented', '')",
                        DSL.val(key));
    }

    private static List<String> waiting() {
        return warehouse
                .sql()
                .fetch("SELECT coalesce(source_key, 'none') FROM etl.quarantine WHERE settled_at IS NULL ORDER BY 1")
                .getValues(0, String.class);
    }
}
