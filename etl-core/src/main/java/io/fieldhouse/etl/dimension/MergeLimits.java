package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import java.sql.SQLException;
import java.util.List;

/**
 * What a merge may do without being told to.
 *
 * @param retiredShare which share of the open versions may be retired at once, 0 to 1, those aside that are inferred; up to
 *     five may be, whatever the share, as long as they are not all there are
 */
public record MergeLimits(double retiredShare) {
    /** A tenth. */
    public static final MergeLimits DEFAULT = new MergeLimits(0.1);

    /** Anything: somebody has looked at the plan and said yes. */
    public static final MergeLimits CONFIRMED = new MergeLimits(1);

    private static final int FEW = 5;

    public MergeLimits {
        if (!(retiredShare >= 0 && retiredShare <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1, not " + retiredShare + ".");
        }
    }

    /** Some of the keys that would be retired. */
    @FunctionalInterface
    interface Keys {
        List<String> some() throws SQLException;
    }

    /** Stops a merge that would retire too many: a cut-off extract looks as if the rest were gone. */
    void require(long gone, long open, Keys keys, Snapshot snapshot, Dimension dimension) throws SQLException {
        if (gone > retiredShare * open && (gone > FEW || gone == open)) {
            List<String> some = keys.some();
            throw new LoadException(
                    Kind.PERMANENT,
                    "The extract of " + snapshot.feed() + " would retire " + gone + " of " + open + " in "
                            + dimension.name() + ", more than " + Percent.of(retiredShare) + ": nothing was changed. "
                            + (some.size() < gone ? "Some of them are " : "They are ") + String.join(", ", some)
                            + ". If they are gone indeed, allow a larger load.retired-share.",
                    null);
        }
    }
}
