package io.fieldhouse.etl.tracktik.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.reconcile.Outcome;
import io.fieldhouse.etl.reconcile.Tolerance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTextTest {
    @Test
    void differencesAreATableAndTotalsAnother() {
        assertThat(made(
                        new Reconciliation.Counts(1180, 1, 1, 1),
                        figure("K-101", "Lobby", "8", "1234.5", Outcome.DIFFERENCE, null),
                        figure(null, "Garage", "1.005", null, Outcome.ONLY_HERE, null),
                        figure("K-9", null, null, "3", Outcome.ONLY_THERE, "no such site")))
                .hasToString("""
                        Reconciliation 7: 2025-P12 against sites.csv (SHA-256 0123456789ab), made 2025-06-20T10:00:00Z by an operator
                        Rows: 1,200 compared, 3 of other periods and 2 of other regions left out
                        Figures: 1,180 match, 1 differ, 1 only here, 1 only there
                        Tolerance: 0.01 of hours, 0.01 of amounts, a share of 0

                        outcome     region  site         measure        here     there  difference  remark
                        difference  Hawaii  K-101 Lobby  worked hours   8.00  1,234.50   -1,226.50
                        only here   Hawaii  Garage       worked hours  1.005         -       1.005
                        only there  Hawaii  K-9          worked hours      -      3.00       -3.00  no such site

                        total   measure       here     there  difference
                        Hawaii  worked hours  9.00  1,237.50   -1,228.50
                        all     worked hours  9.00  1,237.50   -1,228.50
                        """);
    }

    @Test
    void listThatIsCutOffSaysByHowMuch() {
        assertThat(made(
                                new Reconciliation.Counts(0, 1200, 300, 1),
                                figure("K-101", "Lobby", "8", "9", Outcome.DIFFERENCE, null))
                        .toString())
                .contains("-1.00\nand 1,500 more, in tracktik.reconciliation_rows\n");
    }

    @Test
    void whereEverythingMatchesThereIsNothingToList() {
        assertThat(made(new Reconciliation.Counts(5, 0, 0, 0)).toString())
                .doesNotContain("outcome")
                .contains("a share of 0\n\ntotal ");
    }

    @Test
    void nameCannotBreakTheTable() {
        String text = made(
                        new Reconciliation.Counts(0, 1, 0, 0),
                        figure("a\r\nb\u001b[31m\u202ec\u0085d", null, "1", "2", Outcome.DIFFERENCE, null),
                        figure("x".repeat(100), null, "1", "2", Outcome.DIFFERENCE, null))
                .toString();

        assertThat(text).contains("Hawaii  a b [31m c d  ").contains("  " + "x".repeat(39) + "\u2026  ");
        assertThat(text.lines()).hasSize(12);
    }

    private static ReconciledFigure figure(
            @Nullable String code,
            @Nullable String site,
            @Nullable String here,
            @Nullable String there,
            Outcome outcome,
            @Nullable String remark) {
        BigDecimal mine = here == null ? null : new BigDecimal(here);
        BigDecimal theirs = there == null ? null : new BigDecimal(there);
        return new ReconciledFigure(
                20L,
                "Hawaii",
                site == null ? null : 101L,
                code,
                site,
                Measure.WORKED_HOURS,
                mine,
                theirs,
                (mine == null ? BigDecimal.ZERO : mine).subtract(theirs == null ? BigDecimal.ZERO : theirs),
                outcome,
                remark);
    }

    private static Reconciliation made(Reconciliation.Counts counts, ReconciledFigure... unmatched) {
        BigDecimal here = new BigDecimal("9.000");
        BigDecimal there = new BigDecimal("1237.5");
        return new Reconciliation(
                7,
                "2025-P12",
                List.of(20L),
                Instant.parse("2025-06-20T10:00:00Z"),
                "an operator",
                "sites.csv",
                "0123456789abcdef".repeat(4),
                Tolerance.DEFAULT,
                new Reconciliation.Rows(1200, 3, 2),
                counts,
                List.of(new ReconciledTotal(null, null, Measure.WORKED_HOURS, here, there, here.subtract(there))),
                List.of(new ReconciledTotal(20L, "Hawaii", Measure.WORKED_HOURS, here, there, here.subtract(there))),
                List.of(unmatched));
    }
}
