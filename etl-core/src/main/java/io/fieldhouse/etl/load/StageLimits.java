package io.fieldhouse.etl.load;

/**
 * How much is held in memory, and how much may be wrong.
 *
 * @param rows the most rows that are sent at once
 * @param bytes the most bytes that are sent at once, unless a single row has more
 * @param badShare which share of the records may go to quarantine before the unit fails, 0 to 1: 0 allows none; of fewer
 *     than 20 any other share allows all but one, and 1 allows all
 */
public record StageLimits(int rows, int bytes, double badShare) {
    /** 20,000 rows, 4 MiB, 5 percent. */
    public static final StageLimits DEFAULT = new StageLimits(20_000, 4 << 20, 0.05);

    private static final int FEW = 20;

    public StageLimits {
        if (rows < 1 || bytes < 1 || !(badShare >= 0 && badShare <= 1)) {
            throw new IllegalArgumentException("A batch has a row and a byte at least, and a share is 0 to 1.");
        }
    }

    /** Whether more are bad than a share allows. Of a few it says little, but that none may be, or that all must not. */
    public static boolean areTooMany(long bad, long all, double badShare) {
        return bad > badShare * all && (all >= FEW || bad == all || badShare == 0);
    }
}
