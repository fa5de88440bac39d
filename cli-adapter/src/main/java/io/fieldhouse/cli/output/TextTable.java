package io.fieldhouse.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows and columns for people: numbers to the right, everything else to the left. */
public final class TextTable {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT);

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    /** A number with a sign behind it, which a line below the table explains. */
    public record Marked(Number number, char sign) {}

    public TextTable(String... headers) {
        this.headers = List.of(headers);
        this.numeric = new boolean[headers.length];
        java.util.Arrays.fill(numeric, true);
    }

    public TextTable row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Object cell = cells[i];
            row.add(text(cell));
            numeric[i] &= cell == null || cell instanceof Number || cell instanceof Marked;
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    public static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return String.format(Locale.ROOT, "%,.2f", number.setScale(2, RoundingMode.HALF_UP));
        }
        if (cell instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        if (cell instanceof Marked marked) {
            return text(marked.number()) + marked.sign();
        }
        if (cell instanceof OffsetDateTime time) {
            return MINUTES.format(time.withOffsetSameInstant(ZoneOffset.UTC));
        }
        // What came from outside moves no cursor.
        return cell.toString().replaceAll("\\p{Cc}", " ");
    }

    @Override
    public String toString() {
        int[] widths = new int[headers.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    headers.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder text = new StringBuilder();
        line(text, headers, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
