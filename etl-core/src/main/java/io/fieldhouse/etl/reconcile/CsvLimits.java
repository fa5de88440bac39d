package io.fieldhouse.etl.reconcile;

/**
 * How much a CSV may hold.
 *
 * @param rows the most lines of data, empty ones included
 * @param rowLength the most characters of a row, line breaks within quotes included
 */
public record CsvLimits(int rows, int rowLength) {
    /** A million rows of 65,536 characters. */
    public static final CsvLimits DEFAULT = new CsvLimits(1_000_000, 1 << 16);

    private static final int LONGEST_ROW = 1 << 24;

    public CsvLimits {
        if (rows < 1 || rowLength < 1 || rowLength > LONGEST_ROW) {
            throw new IllegalArgumentException(
                    "A CSV may have 1 row or more, and a row 1 to " + LONGEST_ROW + " characters.");
        }
    }
}
