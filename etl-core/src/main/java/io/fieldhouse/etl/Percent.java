package io.fieldhouse.etl;

import java.math.BigDecimal;

/** How a share is said. */
public final class Percent {
    private Percent() {}

    /** A share of 0.07 as {@code 7 percent}. */
    public static String of(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " percent";
    }
}
