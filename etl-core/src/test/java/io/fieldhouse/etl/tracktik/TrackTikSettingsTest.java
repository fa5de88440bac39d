package io.fieldhouse.etl.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.dimension.MergeLimits;
import io.fieldhouse.etl.stage.StageLimits;
import org.junit.jupiter.api.Test;

class TrackTikSettingsTest {
    private static final TrackTikSettings BEFORE = TrackTikSettings.DEFAULT;

    @Test
    void whatIsDecidedOtherwiseLeavesTheRestAsItWas() {
        PeriodCalendar months = PeriodCalendar.months();
        StageLimits stage = new StageLimits(10, 1000, 0.2);
        MergeLimits merge = new MergeLimits(0.3);

        assertThat(BEFORE.with(months)).isEqualTo(settings(months, BEFORE.stageLimits(), BEFORE.mergeLimits(), 0.5));
        assertThat(BEFORE.with(stage)).isEqualTo(settings(BEFORE.calendar(), stage, BEFORE.mergeLimits(), 0.5));
        assertThat(BEFORE.with(merge)).isEqualTo(settings(BEFORE.calendar(), BEFORE.stageLimits(), merge, 0.5));
        assertThat(BEFORE.withVanishedShare(0.8))
                .isEqualTo(settings(BEFORE.calendar(), BEFORE.stageLimits(), BEFORE.mergeLimits(), 0.8));
    }

    private static TrackTikSettings settings(
            PeriodCalendar calendar, StageLimits stage, MergeLimits merge, double vanishedShare) {
        return new TrackTikSettings(
                BEFORE.region(),
                calendar,
                BEFORE.zone(),
                BEFORE.closingLag(),
                BEFORE.strategy(),
                BEFORE.withContactDetails(),
                BEFORE.openPeriods(),
                stage,
                merge,
                vanishedShare,
                BEFORE.rules(),
                BEFORE.runnerLimits());
    }
}
