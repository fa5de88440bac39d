package io.fieldhouse.etl.calendar;

import java.time.LocalDate;

/**
 * Periods of equal length without end, numbered within the year in which they end.
 *
 * @param anchor the first day of any one of them
 * @param length how many days each has
 */
record EvenYears(LocalDate anchor, int length) implements PeriodYears {
    @Override
    public int count(int year) {
        return (int) (first(year + 1) - first(year));
    }

    @Override
    public LocalDate firstDay(int year, int number) {
        return anchor.plusDays((first(year) + number - 1) * length);
    }

    /** How many periods after the anchor's the first one is that ends in a year. */
    private long first(int year) {
        long newYear = LocalDate.of(year, 1, 1).toEpochDay() - anchor.toEpochDay();
        return Math.floorDiv(newYear, length);
    }
}
