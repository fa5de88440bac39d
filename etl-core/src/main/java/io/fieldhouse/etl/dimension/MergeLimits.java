package io.fieldhouse.etl.dimension;

/**
 * What a merge may do without being told to.
 *
 * @param retiredShare which share of the open versions may be retired at once, 0 to 1
 */
public record MergeLimits(double retiredShare) {
    /** A tenth. */
    public static final MergeLimits DEFAULT = new MergeLimits(0.1);

    /** Anything: somebody has looked at the plan and said yes. */
    public static final MergeLimits CONFIRMED = new MergeLimits(1);

    public MergeLimits {
        if (!(retiredShare >= 0 && retiredShare <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1, not " + retiredShare + ".");
        }
    }
}
