package io.fieldhouse.etl.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.tracktik.rules.HourLimits;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackTikSettingsTest {
    private static final TrackTikSettings BEFORE = TrackTikSettings.DEFAULT;

    @Test
    void whatIsDecidedOtherwiseLeavesTheRestAsItWas() {
        PeriodCalendar months = PeriodCalendar.months();
        Rules rules = Rules.of(HourLimits.DEFAULT, List.of("missing clock-out"));

        assertThat(BEFORE.with(months).with(ShiftStrategy.WHOLE_WINDOW).with(rules))
                .isEqualTo(new TrackTikSettings(
                        BEFORE.region(),
                        months,
                        BEFORE.closing(),
                        BEFORE.openPeriods(),
                        ShiftStrategy.WHOLE_WINDOW,
                        BEFORE.withContactDetails(),
                        rules));
    }

    @Test
    void limitsThatAreSetOtherwiseLeaveTheRestAsItWas() {
        StageLimits stage = new StageLimits(10, 1000, 0.2);
        MergeLimits merge = new MergeLimits(0.3);
        RunnerLimits runner = new RunnerLimits(7, Duration.ofSeconds(9), 1, Duration.ZERO);

        assertThat(LoadLimits.DEFAULT
                        .with(stage)
                        .with(merge)
                        .withVanishedShare(0.8)
                        .with(runner))
                .isEqualTo(new LoadLimits(stage, merge, 0.8, runner));
        assertThat(runner.connections()).isEqualTo(16);
    }

    @Test
    void shareThatCannotVanishIsRefused() {
        assertThatThrownBy(() -> LoadLimits.DEFAULT.withVanishedShare(1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A share is 0 to 1, not 1.1.");
    }
}
