package io.fieldhouse.etl.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** Quarters of 4, 4 and 5 weeks, in years of 52 weeks; a 53rd belongs to the last period. */
record RetailYears(RetailYearEnd end) implements PeriodYears {
    private static final int QUARTER = 13;
    private static final int MONTH = 4;

    @Override
    public int count(int year) {
        return 12;
    }

    @Override
    public LocalDate firstDay(int year, int number) {
        int quarter = (number - 1) / 3;
        int weeks = quarter * QUARTER + (number - 1) % 3 * MONTH;
        return lastDay(year - 1).plusDays(1).plusWeeks(weeks);
    }

    private LocalDate lastDay(int year) {
        LocalDate endOfMonth = YearMonth.of(year, end.month()).atEndOfMonth();
        LocalDate last = endOfMonth.with(TemporalAdjusters.previousOrSame(end.day()));
        boolean nextIsNearer = endOfMonth.toEpochDay() - last.toEpochDay() > 3;
        return end.nearest() && nextIsNearer ? last.plusWeeks(1) : last;
    }
}
