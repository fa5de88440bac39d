package io.fieldhouse.etl.load;

/**
 * What a merge may do without being told to.
 *
 * @param retiredShare which share of the open versions may be retired at once, 0 to 1, inferred ones not counted; up to five
 *     may be, whatever the share, unless they are all there are
 */
public record MergeLimits(double retiredShare) {
    /** A tenth. */
    public static final MergeLimits DEFAULT = new MergeLimits(0.1);

    /** Anything. */
    public static final MergeLimits CONFIRMED = new MergeLimits(1);

    private static final int FEW = 5;

    public MergeLimits {
        if (!(retiredShare >= 0 && retiredShare <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1, not " + retiredShare + ".");
        }
    }

    /** Whether that many may be retired: a cut-off extract looks as if the rest were gone. */
    public boolean allow(long retired, long open) {
        return retired <= retiredShare * open || (retired <= FEW && retired < open);
    }
}
