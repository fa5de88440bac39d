package io.fieldhouse.tracktik.sandbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The holidays on which hours are paid and billed at one and a half times. */
record Holiday(long id, String code, String label) {
    private static final List<Holiday> ALL = List.of(
            new Holiday(61, "NYD", "New Year's Day"),
            new Holiday(62, "MEM", "Memorial Day"),
            new Holiday(63, "JUN", "Juneteenth"),
            new Holiday(64, "IND", "Independence Day"),
            new Holiday(65, "LAB", "Labor Day"),
            new Holiday(66, "THX", "Thanksgiving"),
            new Holiday(67, "XMAS", "Christmas Day"));

    static List<Holiday> all() {
        return ALL;
    }

    LocalDate in(int year) {
        return switch (code) {
            case "NYD" -> LocalDate.of(year, Month.JANUARY, 1);
            case "MEM" -> LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
            case "JUN" -> LocalDate.of(year, Month.JUNE, 19);
            case "IND" -> LocalDate.of(year, Month.JULY, 4);
            case "LAB" -> LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
            case "THX" ->
                LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
            default -> LocalDate.of(year, Month.DECEMBER, 25);
        };
    }

    /** The days of all holidays in these years, both included. */
    static Set<LocalDate> days(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .boxed()
                .flatMap(year -> ALL.stream().map(holiday -> holiday.in(year)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
