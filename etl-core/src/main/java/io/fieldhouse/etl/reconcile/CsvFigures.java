package io.fieldhouse.etl.reconcile;

import io.fieldhouse.etl.calendar.Period;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a period from a CSV, row by row; what is wrong with it goes to the problems. */
final class CsvFigures {
    /** What can be an entry of an index. */
    private static final int LONGEST_NAME = 200;

    private final CsvMapping mapping;
    private final CsvLimits limits;
    private final Problems problems;
    private final Period asked;
    private final PeriodText period;
    private long otherPeriods;

    CsvFigures(ReconcileRequest request, Problems problems) {
        this.mapping = request.mapping();
        this.limits = request.limits();
        this.problems = problems;
        this.asked = request.period();
        this.period = new PeriodText(asked, mapping.dates());
    }

    /** How many rows of other periods were left out. */
    long otherPeriods() {
        return otherPeriods;
    }

    /** Reads all of it; nothing is worth keeping once there is a problem. */
    void read(InputStream csv, Consumer<SiteFigures> to) throws IOException {
        try {
            // Closing it is up to whoever opened the stream.
            BufferedReader text = new BufferedReader(CsvText.open(csv, mapping.encoding()));
            Delimiter delimiter =
                    mapping.delimiter() == null ? CsvHeader.delimiter(firstLine(text), mapping) : mapping.delimiter();
            read(new CsvLines(text, delimiter, limits.rowLength()), to);
        } catch (UnreadableCsvException e) {
            problems.add(e.line(), e.getMessage() + ". It was not read any further.");
        }
    }

    /** The first line with something in it, which is read again afterwards. */
    private String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean isQuoted = false;
        boolean begun = false;
        text.mark(limits.rowLength() + 1);
        for (int i = 0; i < limits.rowLength(); i++) {
            int next = text.read();
            boolean isBreak = (next == '\n' || next == '\r') && !isQuoted;
            if (next < 0 || (isBreak && begun)) {
                break;
            }
            if (isBreak) {
                line.setLength(0);
            } else {
                line.append((char) next);
            }
            isQuoted ^= next == '"';
            begun |= !Character.isWhitespace(next) && next != ',' && next != ';' && next != '"';
        }
        text.reset();
        return line.toString();
    }

    private void read(CsvLines lines, Consumer<SiteFigures> to) {
        CsvHeader header = header(lines);
        if (header == null || !problems.isEmpty()) {
            return;
        }
        int rows = 0;
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            if (++rows > limits.rows()) {
                throw new UnreadableCsvException(
                        line.number(), "has more than " + limits.rows() + " rows before it; split the file");
            }
            SiteFigures figures = isEmpty(line, header) ? null : figures(line, header);
            if (figures != null && problems.isEmpty()) {
                to.accept(figures);
            }
        }
    }

    private @Nullable CsvHeader header(CsvLines lines) {
        CsvLine line = lines.next();
        for (int empty = 0; line != null && line.isBlank() && empty < limits.rows(); empty++) {
            line = lines.next();
        }
        if (line == null || line.isBlank()) {
            problems.add("It is empty; its first line has to be the header.");
            return null;
        }
        return CsvHeader.of(line, mapping, problems);
    }

    /** Whether there is nothing in what is mapped, but for what a spreadsheet fills down to its last row. */
    private static boolean isEmpty(CsvLine line, CsvHeader header) {
        return line.isBlank()
                || (line.field(header.site()).isEmpty()
                        && header.measures().values().stream()
                                .allMatch(at -> line.field(at).isEmpty()));
    }

    /** What a row says; nothing where it is of another period, is not of a site, or is wrong. */
    private @Nullable SiteFigures figures(CsvLine line, CsvHeader header) {
        if (!hasWidth(line, header) || !isOfPeriod(line, header)) {
            return null;
        }
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        header.measures().forEach((measure, at) -> {
            String text = line.field(at);
            if (!text.isEmpty()) {
                BigDecimal number = number(line, measure, text);
                if (number != null) {
                    figures.put(measure, number);
                }
            }
        });
        String site = line.field(header.site());
        String region = mapping.region() == null ? null : line.field(header.region());
        boolean isNamed =
                isName(line, mapping.site(), site, figures) && isName(line, mapping.region(), region, figures);
        return isNamed ? new SiteFigures(region, site, figures) : null;
    }

    /** A comma that was meant as part of a number shifts all that follows it. */
    private boolean hasWidth(CsvLine line, CsvHeader header) {
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

    private boolean isOfPeriod(CsvLine line, CsvHeader header) {
        if (mapping.period() == null) {
            return true;
        }
        try {
            boolean isMeant = period.isMeant(line.field(header.period()));
            otherPeriods += isMeant ? 0 : 1;
            return isMeant;
        } catch (DateTimeException e) {
            problems.add(
                    line.number(),
                    mapping.period() + " is neither a period such as " + asked.label()
                            + " nor a day; correct it, or set reconcile.dates to how days are written.");
            return false;
        }
    }

    private @Nullable BigDecimal number(CsvLine line, Measure measure, String text) {
        try {
            return NumberText.read(text, mapping.decimal());
        } catch (NumberFormatException e) {
            problems.add(line.number(), mapping.measures().get(measure) + " " + e.getMessage() + ".");
            return null;
        }
    }

    private boolean isName(
            CsvLine line, @Nullable String column, @Nullable String name, Map<Measure, BigDecimal> figures) {
        if (name == null) {
            return true;
        }
        if (name.isEmpty() && !figures.isEmpty()) {
            problems.add(line.number(), column + " is empty; fill it in, or remove the row if it is a total.");
        } else if (name.length() > LONGEST_NAME) {
            problems.add(line.number(), column + " has more than " + LONGEST_NAME + " characters; shorten it.");
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }
}
