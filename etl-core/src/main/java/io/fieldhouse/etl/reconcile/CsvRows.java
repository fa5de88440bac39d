package io.fieldhouse.etl.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV with a header; what is wrong with it goes to the problems. */
public final class CsvRows {
    private final Map<String, String> columns;
    private final CsvDialect dialect;
    private final CsvLimits limits;
    private final Problems problems;

    /**
     * Takes what to read.
     *
     * @param columns what the columns are called, by the keys that a configuration has for them; problems name them in this
     *     order
     */
    public CsvRows(Map<String, String> columns, CsvDialect dialect, CsvLimits limits, Problems problems) {
        this.columns = columns;
        this.dialect = dialect;
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads all rows but blank ones, and leaves the stream open. */
    public void read(InputStream csv, Consumer<CsvRow> to) throws IOException {
        try {
            // Closing it is up to whoever opened the stream.
            BufferedReader text = new BufferedReader(CsvText.open(csv, dialect.encoding()));
            Delimiter delimiter = dialect.delimiter() == null
                    ? CsvHeader.delimiter(firstLine(text), columns.values())
                    : dialect.delimiter();
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

    private void read(CsvLines lines, Consumer<CsvRow> to) {
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
            if (!line.isBlank()) {
                to.accept(new CsvRow(line, header, dialect.decimal(), problems));
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
        return CsvHeader.of(line, columns, problems);
    }
}
