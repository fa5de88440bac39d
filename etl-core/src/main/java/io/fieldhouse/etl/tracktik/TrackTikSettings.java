package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Closing;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the owner of a TrackTik load decides.
 *
 * @param region the parent of the sub-regions that are loaded, by id, custom id or exact name
 * @param calendar the billing periods
 * @param closing when they are completed
 * @param openPeriods how many completed periods are read again by daily and weekly loads, for what is approved late
 * @param strategy how the shifts of a sub-region are asked for
 * @param withContactDetails whether e-mail addresses and telephone numbers of employees are loaded
 * @param rules what is checked of what was loaded
 */
public record TrackTikSettings(
        String region,
        PeriodCalendar calendar,
        Closing closing,
        int openPeriods,
        ShiftStrategy strategy,
        boolean withContactDetails,
        Rules rules) {
    /** KAISER, two weeks from Friday 2025-05-30, completed when they are over in Hawaii. */
    public static final TrackTikSettings DEFAULT = new TrackTikSettings(
            "KAISER",
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)),
            new Closing(ZoneId.of("Pacific/Honolulu"), 0),
            2,
            ShiftStrategy.BY_POSITIONS,
            false,
            Rules.DEFAULT);

    public TrackTikSettings with(PeriodCalendar other) {
        return new TrackTikSettings(region, other, closing, openPeriods, strategy, withContactDetails, rules);
    }

    public TrackTikSettings with(ShiftStrategy other) {
        return new TrackTikSettings(region, calendar, closing, openPeriods, other, withContactDetails, rules);
    }

    public TrackTikSettings with(Rules other) {
        return new TrackTikSettings(region, calendar, closing, openPeriods, strategy, withContactDetails, other);
    }
}
