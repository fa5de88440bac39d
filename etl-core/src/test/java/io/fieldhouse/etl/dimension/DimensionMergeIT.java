package io.fieldhouse.etl.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.dimension.CodeHistory.Code;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a merge does to a history, point by point. */
class DimensionMergeIT {
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
    void firstVersionHoldsFromTheBeginning() {
        MergeReport report = codes.full(3, Code.of(1, "a"), Code.of(2, "b"));

        assertThat(report).isEqualTo(new MergeReport(2, 0, 0, 0, 0, 0, 0, false));
        assertThat(codes.versions(1)).containsExactly("a ..");
    }

    @Test
    void changeClosesAVersionAndOpensAnother() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        MergeReport report = codes.full(3, Code.of(1, "a2"), Code.of(2, "b"), Code.of(3, "c"));

        assertThat(report).isEqualTo(new MergeReport(1, 1, 0, 0, 1, 0, 0, false));
        assertThat(codes.versions(1)).containsExactly("a ..3", "a2 3..");
        assertThat(codes.versions(3)).containsExactly("c ..");
    }

    @Test
    void nothingIsAValueLikeAnyOther() {
        codes.full(1, new Code(1L, null, null, null));
        codes.full(2, new Code(1L, null, null, null));
        assertThat(codes.full(3, Code.of(1, "")).changed()).isEqualTo(1);
        assertThat(codes.versions(1)).containsExactly("null ..3", " 3..");
    }

    @Test
    void sameSnapshotAgainChangesNothing() {
        codes.full(1, Code.of(1, "a"));
        codes.full(2, Code.of(1, "b"));
        List<String> before = codes.rows();
        codes.full(2, Code.of(1, "b"));
        codes.full(4, Code.of(1, "b"));

        assertThat(codes.rows()).isEqualTo(before);
    }

    @Test
    void sameSnapshotAgainMakesNoTableAndNoIndex() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));

        assertThat(codes.mergeAndListWhatItMakes(codes.whole(CodeHistory.FEED, 2, 2, Code.of(2, "b"), Code.of(1, "a"))))
                .isEmpty();
        assertThat(codes.mergeAndListWhatItMakes(codes.some(3, Code.of(2, "b"))))
                .isEmpty();
        assertThat(codes.mergeAndListWhatItMakes(codes.some(4, Code.of(2, "c"))))
                .contains("merge_delta");
    }

    @Test
    void changeBehindManyRowsThatAreAsTheyWereIsFound() {
        Code[] many = LongStream.range(0, 3000).mapToObj(id -> Code.of(id, "a")).toArray(Code[]::new);
        codes.full(1, many);
        many[2999] = Code.of(2999, "b");

        assertThat(codes.full(2, many)).isEqualTo(new MergeReport(0, 1, 0, 0, 2999, 0, 0, false));
        assertThat(codes.full(3, Arrays.copyOf(many, 2999))).isEqualTo(new MergeReport(0, 0, 1, 0, 2999, 0, 0, false));
    }

    @Test
    void keyThatVanishesIsRetiredAndMayComeBack() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        assertThat(codes.full(2, Code.of(1, "a")).retired()).isEqualTo(1);
        assertThat(codes.versions(2)).containsExactly("b ..2 retired");

        codes.full(5, Code.of(1, "a"), Code.of(2, "b"));
        assertThat(codes.versions(2)).containsExactly("b ..2 retired", "b 5..");
    }

    @Test
    void partialSnapshotRetiresNothing() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        assertThat(codes.partial(2, Code.of(1, "a2")).retired()).isZero();
        assertThat(codes.versions(2)).containsExactly("b ..");
    }

    @Test
    void snapshotThatIsNotProvenWholeRetiresNothing() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        codes.merge(codes.whole(CodeHistory.FEED, 2, 2, Code.of(1, "a2")));

        assertThat(codes.versions(1)).containsExactly("a ..2", "a2 2..");
        assertThat(codes.versions(2)).containsExactly("b ..");
    }

    @Test
    void emptySnapshotStopsAndAsks() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        LoadException refused = catchThrowableOfType(
                LoadException.class, () -> codes.merge(codes.whole(CodeHistory.FEED, 2, 0), MergeLimits.DEFAULT));

        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(refused).hasMessageContaining("would retire 2 of 2");
        assertThat(codes.versions(1)).containsExactly("a ..");
    }

    @Test
    void emptySnapshotThatIsLateStopsAndAsksAsWell() {
        codes.full(1, Code.of(1, "a"), Code.of(2, "b"));
        codes.full(5, Code.of(1, "a"), Code.of(2, "b"));
        LoadException refused = catchThrowableOfType(
                LoadException.class, () -> codes.merge(codes.whole(CodeHistory.FEED, 3, 0), MergeLimits.DEFAULT));

        assertThat(refused).hasMessageContaining("would retire 2 of 2");
        assertThat(codes.versions(1)).containsExactly("a ..");
    }

    @Test
    void handfulMayBeRetiredWhateverTheShareButNotMore() {
        Code[] all =
                LongStream.rangeClosed(1, 12).mapToObj(id -> Code.of(id, "a")).toArray(Code[]::new);
        codes.full(1, all);
        assertThat(codes.merge(codes.whole(CodeHistory.FEED, 2, 7, Arrays.copyOf(all, 7)), new MergeLimits(0.07))
                        .retired())
                .isEqualTo(5);
        codes.full(3, all);

        assertThatThrownBy(() ->
                        codes.merge(codes.whole(CodeHistory.FEED, 4, 6, Arrays.copyOf(all, 6)), new MergeLimits(0.07)))
                .hasMessageContaining("would retire 6 of 12")
                .hasMessageContaining("more than 7 percent")
                .hasMessageContaining("They are 7, 8, 9, 10, 11, 12.");
        assertThatThrownBy(() -> codes.merge(codes.whole(CodeHistory.FEED, 2, 0), MergeLimits.DEFAULT))
                .hasMessageContaining("They are 1, 2, 3, 4, 5, 6, 7.");
    }

    @Test
    void membersThatNoExtractHasShownAreNotAmongThoseThatMayBeRetired() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "a"));
        warehouse
                .sql()
                .execute(
                        "INSERT INTO tracktik.dim_billing_codes (billing_code_id, valid_from, seen_from, inferred, row_hash)"
                                + " VALUES (9, '-infinity', '2025-06-02', true, '')");

        for (int day : List.of(7, 3)) {
            assertThatThrownBy(() -> codes.merge(codes.whole(CodeHistory.FEED, day, 0), new MergeLimits(0.9)))
                    .hasMessageContaining("would retire 1 of 1");
        }
    }

    @Test
    void rowsAreComparedByWhereTheyAreHoweverSmallTheTablesSeem() {
        Code[] many = LongStream.range(0, 300).mapToObj(id -> Code.of(id, "a")).toArray(Code[]::new);
        codes.full(1, many);
        warehouse.sql().execute("ANALYZE tracktik.dim_billing_codes");

        assertThat(codes.planOfTheServer(codes.some(2, many)))
                .contains("Tid Scan")
                .doesNotContain("hashed SubPlan");
    }

    @Test
    void lateArrivalTakesItsPlaceAndLeavesWhatCameLaterAlone() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "c"));
        MergeReport report = codes.full(3, Code.of(1, "b"));

        assertThat(report.isLate()).isTrue();
        assertThat(codes.versions(1)).containsExactly("a ..3", "b 3..5", "c 5..");
        codes.full(2, Code.of(1, "a"));
        codes.full(4, Code.of(1, "b"));
        assertThat(codes.versions(1)).containsExactly("a ..3", "b 3..5", "c 5..");
        codes.full(3, Code.of(1, "a"));
        codes.full(4, Code.of(1, "c"));
        assertThat(codes.versions(1)).containsExactly("a ..4", "c 4..");
    }

    @Test
    void whatWasSeenUnchangedLaterIsNotOverruledByALateArrival() {
        codes.full(1, Code.of(1, "a"));
        codes.full(5, Code.of(1, "a"));
        codes.partial(7, Code.of(1, "a"));
        codes.full(3, Code.of(1, "b"));
        assertThat(codes.versions(1)).containsExactly("a ..3", "b 3..5", "a 5..");
        codes.partial(6, Code.of(1, "c"));
        assertThat(codes.versions(1)).containsExactly("a ..3", "b 3..5", "a 5..6", "c 6..7", "a 7..");
    }

    @Test
    void arrivalBeforeTheFirstBecomesTheFirst() {
        codes.full(5, Code.of(1, "b"), Code.of(2, "x"));
        codes.partial(2, Code.of(1, "a"));
        assertThat(codes.versions(1)).containsExactly("a ..5", "b 5..");
        codes.full(3, Code.of(2, "x"));
        assertThat(codes.versions(1)).containsExactly("a ..3 retired", "b 5..");
        assertThat(codes.versions(2)).containsExactly("x ..");
    }
}
