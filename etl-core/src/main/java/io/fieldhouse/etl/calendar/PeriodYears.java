package io.fieldhouse.etl.calendar;

import java.time.LocalDate;

/** How a calendar cuts its years. A period ends where the next begins, so that nothing overlaps or is left out. */
interface PeriodYears {
    /** How many periods a year has. */
    int count(int year);

    /** The first day of a period; number 1 begins the year. */
    LocalDate firstDay(int year, int number);
}
