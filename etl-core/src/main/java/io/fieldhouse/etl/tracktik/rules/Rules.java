package io.fieldhouse.etl.tracktik.rules;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.quality.QualityRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The quality rules of a load.
 *
 * @param all what is checked
 * @param stopping of these, what stops a unit
 */
public record Rules(List<QualityRule> all, Set<QualityRule> stopping) {
    /** All of them, within the default limits; none stops anything. */
    public static final Rules DEFAULT = of(HourLimits.DEFAULT, List.of());

    /**
     * The rules within some limits.
     *
     * @param stopping the names of those that stop a unit
     * @throws Refusal if there is no rule of such a name, or it looks at no unit and so can stop none
     */
    public static Rules of(HourLimits limits, Collection<String> stopping) {
        List<QualityRule> all = TrackTikRules.all(limits);
        return new Rules(all, QualityRule.stopping(stopping, all));
    }
}
