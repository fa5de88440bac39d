package io.fieldhouse.etl.reconcile;

import io.fieldhouse.etl.Refusal;
import java.math.BigDecimal;

/**
 * How far two figures may be apart and still match: by an absolute difference, or by a share of the greater of both.
 *
 * @param hours the greatest difference of hours
 * @param amounts the greatest difference of amounts
 * @param relative the greatest share, from 0 and below 1
 */
public record Tolerance(BigDecimal hours, BigDecimal amounts, BigDecimal relative) {
    /** A hundredth of an hour, a hundredth of the currency's unit, and no share. */
    public static final Tolerance DEFAULT =
            new Tolerance(new BigDecimal("0.01"), new BigDecimal("0.01"), BigDecimal.ZERO);

    public Tolerance {
        if (hours.signum() < 0 || amounts.signum() < 0 || relative.signum() < 0) {
            throw new Refusal("A tolerance is not negative: give 0 or more.");
        }
        if (relative.compareTo(BigDecimal.ONE) >= 0) {
            throw new Refusal("A relative tolerance is a share: 5 percent is 0.05, and 1 would match anything.");
        }
    }
}
