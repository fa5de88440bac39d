package io.fieldhouse.etl.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.tracktik.rules.HourLimits;
import io.fieldhouse.etl.tracktik.rules.TrackTikRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityRuleTest {
    private static final List<QualityRule> RULES = TrackTikRules.all(HourLimits.DEFAULT);

    @Test
    void whatLooksAtNoUnitCanStopNone() {
        assertThat(QualityRule.stopping(Set.of("count differs", "duplicate shift"), RULES))
                .extracting(QualityRule::name)
                .containsExactlyInAnyOrder("count differs", "duplicate shift");
        assertThat(QualityRule.stopping(Set.of(), RULES)).isEmpty();
        assertThatThrownBy(() -> QualityRule.stopping(Set.of("missing time zone", "bogus", "count differs"), RULES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "No rule that can stop a unit is called 'bogus', 'missing time zone'. There are 'duplicate shift',")
                .hasMessageEndingWith("'count differs'.")
                .hasMessageNotContaining("without a place");
    }

    @Test
    void noTwoRulesOfTrackTikHaveOneName() {
        assertThat(RULES).extracting(QualityRule::name).doesNotHaveDuplicates();
        assertThat(RULES).extracting(QualityRule::source).containsOnly("tracktik");
    }

    @Test
    void checkOfAUnitNeedsOne() {
        assertThatThrownBy(() -> QualityCheck.ofUnit(new Attempt(1, null), Map.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsThatNothingCanMeetAreRefused() {
        assertThatThrownBy(() -> new HourLimits(BigDecimal.ZERO, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HourLimits(BigDecimal.ONE, new BigDecimal("-0.5")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
