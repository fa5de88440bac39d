package io.fieldhouse.etl.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of a CSV, by the keys of its columns. */
public final class CsvRow {
    private final CsvLine line;
    private final CsvHeader header;
    private final @Nullable DecimalSign decimal;
    private final Problems problems;

    CsvRow(CsvLine line, CsvHeader header, @Nullable DecimalSign decimal, Problems problems) {
        this.line = line;
        this.header = header;
        this.decimal = decimal;
        this.problems = problems;
    }

    /** Returns what a column holds, without the spaces around it; an empty text where no column has this key. */
    public String text(String key) {
        Integer place = header.places().get(key);
        return place == null ? "" : line.field(place);
    }

    /** Returns the number in a column; null where it is empty, or where it is not a number, which is a problem. */
    public @Nullable BigDecimal number(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? null : NumberText.read(text, decimal);
        } catch (NumberFormatException e) {
            addProblem(key, e.getMessage() + ".");
            return null;
        }
    }

    /** Returns whether it is as wide as the header, and else adds a problem: an unquoted comma shifts all fields after it. */
    public boolean fits() {
        int filled = line.fields().size();
        while (filled > 0 && line.field(filled - 1).isEmpty()) {
            filled--;
        }
        if (filled > header.width()) {
            problems.add(
                    line.number(),
                    "there are " + filled + " fields, and the header has " + header.width()
                            + "; put quotes around a field that holds the delimiter.");
            return false;
        }
        if (line.fields().size() <= header.last()) {
            problems.add(
                    line.number(),
                    "it ends after " + line.fields().size()
                            + " fields, before a column that is compared; complete it.");
            return false;
        }
        return true;
    }

    /** Adds what is wrong with a column; the text goes on where the column's name ends, and says what to do behind a semicolon. */
    public void addProblem(String key, String problem) {
        problems.add(line.number(), header.columns().get(key) + " " + problem);
    }
}
