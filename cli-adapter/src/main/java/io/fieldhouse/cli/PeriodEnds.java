package io.fieldhouse.cli;

import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * When billing periods are over, as a load sees it: a day after their last one, since a shift of its last night ends the morning
 * after. What was loaded before then looks finished, and is not.
 *
 * @param zone the zone that is past a day last
 * @param closingLag how many days a period stays open after its last one
 */
record PeriodEnds(ZoneId zone, int closingLag, Clock clock) {
    static PeriodEnds of(Workplace workplace) {
        return of(TrackTikConfiguration.load(workplace.configuration()), workplace.clock());
    }

    static PeriodEnds of(TrackTikSettings settings, Clock clock) {
        return new PeriodEnds(settings.zone(), settings.closingLag(), clock);
    }

    /** Whether something was loaded before the period of a last day was over. */
    boolean isAfter(OffsetDateTime loadedAt, LocalDate lastDay) {
        Instant over = firstDayAfter(lastDay).atStartOfDay(zone).toInstant();
        return loadedAt.toInstant().isBefore(over) || clock.instant().isBefore(over);
    }

    /** What to say of a period of which something was. */
    String warning(String period, LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate end = lastDay.plusDays(closingLag);
        if (!today.isAfter(end)) {
            return period + " is not over yet: until " + end + " its figures are those of so far.";
        }
        LocalDate after = firstDayAfter(lastDay);
        return period + " was loaded before its last shifts were over: load it again"
                + (today.isBefore(after) ? ", from " + after + " on." : ".");
    }

    private LocalDate firstDayAfter(LocalDate lastDay) {
        return lastDay.plusDays(2L + closingLag);
    }
}
