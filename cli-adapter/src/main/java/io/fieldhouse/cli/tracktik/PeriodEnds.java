package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.calendar.Closing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Whether billing periods are over. What was loaded of one before then looks finished, and is not. */
public record PeriodEnds(Closing closing, Clock clock) {
    public static PeriodEnds of(Workplace workplace) {
        return new PeriodEnds(TrackTikConfiguration.closing(workplace.configuration()), workplace.clock());
    }

    /** Whether something was loaded before the period of a last day was over. */
    boolean isAfter(OffsetDateTime loadedAt, LocalDate lastDay) {
        Instant over = closing.settledAt(lastDay).toInstant();
        return loadedAt.toInstant().isBefore(over) || clock.instant().isBefore(over);
    }

    /** What to say of a period of which something was. */
    String warning(String period, LocalDate lastDay) {
        LocalDate today = closing.today(clock);
        LocalDate end = closing.openUntil(lastDay);
        if (!today.isAfter(end)) {
            return period + " is not over yet: until " + end + " its figures are those of so far.";
        }
        LocalDate after = closing.settledOn(lastDay);
        return period + " was loaded before its last shifts were over: load it again"
                + (today.isBefore(after) ? ", from " + after + " on." : ".");
    }
}
