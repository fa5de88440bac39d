package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.dimension.MergeLimits;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.etl.stage.StageLimits;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the owner of a TrackTik load decides.
 *
 * @param region the parent of the sub-regions that are loaded, by id, custom id or exact name
 * @param calendar the billing periods
 * @param zone the zone that has to be past a period's end before the period counts as completed: the last of them all
 * @param closingLag how many days a period stays open after its last one
 * @param strategy how the shifts of a sub-region are asked for
 * @param withContactDetails whether e-mail addresses and telephone numbers of employees are loaded
 * @param openPeriods how many completed periods are read again by daily and weekly loads, for what is approved late
 * @param stageLimits how much is held in memory, and which share of the records may be bad
 * @param mergeLimits which share of a dimension may be retired at once
 * @param vanishedShare which share of a unit's shifts may vanish at once
 * @param rules what is checked of what was loaded
 * @param runnerLimits how many units are loaded at once, and how often they are tried
 */
public record TrackTikSettings(
        String region,
        PeriodCalendar calendar,
        ZoneId zone,
        int closingLag,
        ShiftStrategy strategy,
        boolean withContactDetails,
        int openPeriods,
        StageLimits stageLimits,
        MergeLimits mergeLimits,
        double vanishedShare,
        Rules rules,
        RunnerLimits runnerLimits) {
    /** KAISER, two weeks from Friday 2025-05-30, completed when they are over in Hawaii. */
    public static final TrackTikSettings DEFAULT = new TrackTikSettings(
            "KAISER",
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)),
            ZoneId.of("Pacific/Honolulu"),
            0,
            ShiftStrategy.BY_POSITIONS,
            false,
            2,
            StageLimits.DEFAULT,
            MergeLimits.DEFAULT,
            0.5,
            Rules.DEFAULT,
            RunnerLimits.DEFAULT);

    public TrackTikSettings with(ShiftStrategy other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                other,
                withContactDetails,
                openPeriods,
                stageLimits,
                mergeLimits,
                vanishedShare,
                rules,
                runnerLimits);
    }

    public TrackTikSettings with(RunnerLimits other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                stageLimits,
                mergeLimits,
                vanishedShare,
                rules,
                other);
    }

    public TrackTikSettings with(Rules other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                stageLimits,
                mergeLimits,
                vanishedShare,
                other,
                runnerLimits);
    }

    public TrackTikSettings with(PeriodCalendar other) {
        return new TrackTikSettings(
                region,
                other,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                stageLimits,
                mergeLimits,
                vanishedShare,
                rules,
                runnerLimits);
    }

    public TrackTikSettings with(StageLimits other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                other,
                mergeLimits,
                vanishedShare,
                rules,
                runnerLimits);
    }

    public TrackTikSettings with(MergeLimits other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                stageLimits,
                other,
                vanishedShare,
                rules,
                runnerLimits);
    }

    public TrackTikSettings withVanishedShare(double other) {
        return new TrackTikSettings(
                region,
                calendar,
                zone,
                closingLag,
                strategy,
                withContactDetails,
                openPeriods,
                stageLimits,
                mergeLimits,
                other,
                rules,
                runnerLimits);
    }
}
