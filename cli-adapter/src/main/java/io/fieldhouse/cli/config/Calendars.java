package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.RetailYearEnd;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** The calendars that can be configured, by their names. */
final class Calendars {
    private Calendars() {}

    /** Whether its periods count from a day that has to be said. */
    static boolean isAnchored(String kind) {
        return kind.equals("two-weeks") || kind.equals("weeks");
    }

    /** Whether its years end on a weekday that can be said. */
    static boolean isRetail(String kind) {
        return kind.equals("4-4-5");
    }

    /** What a name has to be, whatever else is configured. */
    static String kind(String text) {
        return named(text, LocalDate.EPOCH, new RetailYearEnd(DayOfWeek.SATURDAY, Month.JANUARY, true))
                .name();
    }

    static PeriodCalendar named(String kind, LocalDate anchor, RetailYearEnd yearEnd) {
        return switch (kind) {
            case "two-weeks" -> PeriodCalendar.twoWeeks(anchor);
            case "weeks" -> PeriodCalendar.weeks(anchor);
            case "months" -> PeriodCalendar.months();
            case "half-months" -> PeriodCalendar.halfMonths();
            case "4-4-5" -> PeriodCalendar.fourFourFive(yearEnd);
            default -> throw new Refusal("has to be two-weeks, weeks, months, half-months or 4-4-5.");
        };
    }
}
