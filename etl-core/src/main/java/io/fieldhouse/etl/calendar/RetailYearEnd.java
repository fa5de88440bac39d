package io.fieldhouse.etl.calendar;

import java.time.DayOfWeek;
import java.time.Month;

/**
 * When a year of 52 or 53 weeks ends; it is called by the calendar year of that month.
 *
 * @param day the weekday it ends on
 * @param month the month at whose end it ends
 * @param nearest whether it ends on the weekday nearest to the end of the month, also in the next one, instead of the
 *     last of the month
 */
public record RetailYearEnd(DayOfWeek day, Month month, boolean nearest) {}
