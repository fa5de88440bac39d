package io.fieldhouse.etl.calendar;

import java.time.LocalDate;

/**
 * Months, or their halves, of which the second begins on the 16th.
 *
 * @param parts 1 or 2 to a month
 */
record MonthYears(int parts) implements PeriodYears {
    @Override
    public int count(int year) {
        return 12 * parts;
    }

    @Override
    public LocalDate firstDay(int year, int number) {
        int month = (number - 1) / parts + 1;
        return LocalDate.of(year, month, (number - 1) % parts == 0 ? 1 : 16);
    }
}
