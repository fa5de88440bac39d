package io.fieldhouse.cli.config;

import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.RetailYearEnd;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** The calendars that can be configured, by their names. */
final class Calendars {
    /** A retail year ends on the Saturday nearest to the end of January, as the trade has it. */
    private static final RetailYearEnd RETAIL = new RetailYearEnd(DayOfWeek.SATURDAY, Month.JANUARY, true);

    private Calendars() {}

    /** Whether its periods count from a day that has to be said. */
    static boolean isAnchored(String kind) {
        return kind.equals("two-weeks") || kind.equals("weeks");
    }

    static PeriodCalendar named(String kind, LocalDate anchor) {
        return switch (kind) {
            case "two-weeks" -> PeriodCalendar.twoWeeks(anchor);
            case "weeks" -> PeriodCalendar.weeks(anchor);
            case "months" -> PeriodCalendar.months();
            case "half-months" -> PeriodCalendar.halfMonths();
            case "4-4-5" -> PeriodCalendar.fourFourFive(RETAIL);
            default -> throw new IllegalArgumentException("has to be two-weeks, weeks, months, half-months or 4-4-5.");
        };
    }
}
