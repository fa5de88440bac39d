package io.fieldhouse.etl.tracktik.rules;

import java.math.BigDecimal;
import java.util.Map;

/**
 * From where on hours are out of range.
 *
 * @param longest the most hours that a shift can have, by the clock on the wall
 * @param surplus how many hours more than scheduled can be worked
 */
public record HourLimits(BigDecimal longest, BigDecimal surplus) {
    /** 24 hours, and 4 more than scheduled. */
    public static final HourLimits DEFAULT = new HourLimits(BigDecimal.valueOf(24), BigDecimal.valueOf(4));

    public HourLimits {
        if (longest.signum() <= 0 || surplus.signum() < 0) {
            throw new IllegalArgumentException("The longest shift must be positive, and the surplus at least 0: "
                    + longest + " and " + surplus + " hours are invalid limits.");
        }
    }

    /** As the rules' SQL names them. */
    Map<String, Object> values() {
        return Map.of("longest", longest, "surplus", surplus);
    }
}
