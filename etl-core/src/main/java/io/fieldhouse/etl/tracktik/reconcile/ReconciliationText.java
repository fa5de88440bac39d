package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.reconcile.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reconciliation as a table for people. */
final class ReconciliationText {
    private static final int LONGEST_NAME = 40;
    private static final int DECIMALS = 2;

    private final Reconciliation made;
    private final StringBuilder text = new StringBuilder();

    ReconciliationText(Reconciliation made) {
        this.made = made;
    }

    @Override
    public String toString() {
        if (text.isEmpty()) {
            head();
            unmatched();
            totals();
        }
        return text.toString();
    }

    private void head() {
        Reconciliation.Rows rows = made.rows();
        Reconciliation.Counts counts = made.counts();
        Tolerance tolerance = made.tolerance();
        line("Reconciliation " + made.id() + ": " + made.period() + " against " + name(made.fileName()) + " (SHA-256 "
                + made.fileSha256().substring(0, 12) + "), made " + made.madeAt() + " by " + name(made.worker()));
        line(String.format(
                Locale.ROOT,
                "Rows: %,d compared, %,d of other periods and %,d of other regions left out",
                rows.compared(),
                rows.otherPeriods(),
                rows.otherRegions()));
        line(String.format(
                Locale.ROOT,
                "Figures: %,d match, %,d differ, %,d only here, %,d only there",
                counts.matches(),
                counts.differences(),
                counts.onlyHere(),
                counts.onlyThere()));
        if (counts.all() == 0) {
            line(
                    "No figure was compared: neither the list nor the warehouse has one of this period and these regions.");
        }
        line("Tolerance: " + tolerance.hours().toPlainString() + " of hours, "
                + tolerance.amounts().toPlainString() + " of amounts, a share of "
                + tolerance.relative().toPlainString());
    }

    private void unmatched() {
        if (made.unmatched().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("outcome", "region", "site", "measure", "here", "there", "difference", "remark"));
        for (ReconciledFigure figure : made.unmatched()) {
            rows.add(List.of(
                    figure.outcome().toString(),
                    region(figure.region(), figure.regionId()),
                    site(figure),
                    figure.measure().toString(),
                    number(figure.here()),
                    number(figure.there()),
                    number(figure.difference()),
                    figure.remark() == null ? "" : figure.remark()));
        }
        line("");
        table(rows, 4, 6);
        long more = made.counts().unmatched() - made.unmatched().size();
        if (more > 0) {
            line(String.format(Locale.ROOT, "and %,d more, in tracktik.reconciliation_rows", more));
        }
    }

    private void totals() {
        if (made.totals().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("total", "measure", "here", "there", "difference"));
        made.regionTotals().forEach(total -> rows.add(total(region(total.region(), total.regionId()), total)));
        made.totals().forEach(total -> rows.add(total("all", total)));
        line("");
        table(rows, 2, 4);
    }

    private static List<String> total(String of, ReconciledTotal total) {
        return List.of(
                of,
                total.measure().toString(),
                number(total.here()),
                number(total.there()),
                number(total.difference()));
    }

    /** Columns as wide as their widest field; those of numbers are aligned to the right. */
    private void table(List<List<String>> rows, int firstNumber, int lastNumber) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - width(row.get(i)));
                boolean isNumber = i >= firstNumber && i <= lastNumber;
                line.append(isNumber ? gap + row.get(i) : row.get(i) + gap).append("  ");
            }
            line(line.toString().stripTrailing());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static int width(String field) {
        return field.codePointCount(0, field.length());
    }

    private static String region(@Nullable String name, @Nullable Long id) {
        return name != null ? name(name) : id != null ? "region " + id : "(unknown)";
    }

    private static String site(ReconciledFigure figure) {
        String code = figure.siteCode();
        String site = figure.site();
        if (code == null && site == null) {
            return figure.clientId() == null ? "(no site)" : "site " + figure.clientId();
        }
        return code == null || site == null || code.equalsIgnoreCase(site)
                ? name(site == null ? String.valueOf(code) : site)
                : name(code + " " + site);
    }

    /** A name on one line, whatever somebody put into it. */
    private static String name(String name) {
        String line = name.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]+", " ");
        return width(line) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
    }

    /** All of its decimals, and two at least. */
    private static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "-";
        }
        BigDecimal plain = number.stripTrailingZeros();
        return String.format(
                Locale.ROOT,
                "%,." + Math.max(DECIMALS, plain.scale()) + "f",
                plain.setScale(Math.max(DECIMALS, plain.scale()), RoundingMode.UNNECESSARY));
    }
}
