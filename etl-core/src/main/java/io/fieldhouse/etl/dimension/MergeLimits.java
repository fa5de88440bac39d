package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;

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

    /** Stops a merge that would retire too many: a cut-off extract looks as if the rest were gone. */
    void require(long gone, long open, Snapshot snapshot, Dimension dimension) {
        if (gone > retiredShare * open) {
            throw new LoadException(
                    Kind.PERMANENT,
                    "The extract of " + snapshot.feed() + " would retire " + gone + " of " + open + " in "
                            + dimension.name() + ", more than " + 100 * retiredShare
                            + " percent: nothing was changed. If they are gone indeed, allow a larger load.retired-share.",
                    null);
        }
    }
}
