package io.fieldhouse.etl.reconcile;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts text into rows, one at a time; empty lines are rows, too. */
final class CsvLines {
    private static final int READ_SIZE = 1 << 13;

    private final CloseableIterator<CsvLine> lines;
    private final Collector collector;
    private final int rowLength;

    CsvLines(Reader text, Delimiter delimiter, int rowLength) {
        this.rowLength = rowLength;
        collector = new Collector(rowLength);
        lines = CsvReader.builder()
                .fieldSeparator(delimiter.sign())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(bufferSize(rowLength))
                .build(collector, text)
                .iterator();
    }

    /** Room for the longest row and for what is read at once; the reader grows by doubling, and needs to end on that. */
    private static int bufferSize(int rowLength) {
        int size = 2 * READ_SIZE;
        while (size - READ_SIZE <= rowLength) {
            size *= 2;
        }
        return size;
    }

    /**
     * The next row, or null at the end.
     *
     * @throws UnreadableCsvException if there is no telling where it ends
     */
    @Nullable CsvLine next() {
        try {
            return lines.hasNext() ? lines.next() : null;
        } catch (CsvParseException e) {
            // It wraps whatever is thrown below it and above it: that says itself what is wrong.
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            // The reader's own words may repeat what is there.
            throw new UnreadableCsvException(
                    collector.line,
                    "has a quote without its counterpart, or a field of more than " + rowLength
                            + " characters; correct the quotes");
        }
    }

    /** Bounds a row, and keeps its fields. */
    private static final class Collector extends AbstractBaseCsvCallbackHandler<CsvLine> {
        private final int rowLength;
        private final List<String> fields = new ArrayList<>();
        private long line = 1;
        private int length;

        Collector(int rowLength) {
            this.rowLength = rowLength;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            length = 0;
            fields.clear();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean isQuoted) {
            length += size + (index == 0 ? 0 : 1);
            if (length > rowLength) {
                throw new UnreadableCsvException(line, "has more than " + rowLength + " characters; shorten it");
            }
            fields.add(new String(buffer, offset, size));
        }

        @Override
        protected CsvLine buildRecord() {
            return new CsvLine(line, List.copyOf(fields));
        }
    }
}
