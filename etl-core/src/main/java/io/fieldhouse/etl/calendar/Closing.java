package io.fieldhouse.etl.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * When periods are completed: once they are over everywhere, and have been for some days.
 *
 * @param zone the zone that is past a day last
 * @param lag how many days a period stays open after its last one, for what is approved late
 */
public record Closing(ZoneId zone, int lag) {
    /** The day that it is where days end last. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The newest period that is completed. */
    public Period lastCompleted(PeriodCalendar calendar, Clock clock) {
        return calendar.previous(calendar.containing(today(clock).minusDays(lag)));
    }

    /** The last day on which a period of that last day is open. */
    public LocalDate openUntil(LocalDate lastDay) {
        return lastDay.plusDays(lag);
    }

    /** From when on what is loaded of a period of that last day is all of it: a shift of its last night ends the morning after. */
    public OffsetDateTime settledAt(LocalDate lastDay) {
        return settledOn(lastDay).atStartOfDay(zone).toOffsetDateTime();
    }

    public LocalDate settledOn(LocalDate lastDay) {
        return openUntil(lastDay).plusDays(2);
    }
}
