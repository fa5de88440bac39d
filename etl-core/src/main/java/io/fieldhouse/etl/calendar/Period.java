package io.fieldhouse.etl.calendar;

import java.time.LocalDate;

/**
 * A span of days that is reported on as one.
 *
 * @param year the year it is numbered in
 * @param number its number within that year, from 1
 * @param label how people call it, such as {@code 2025-P12}
 * @param days its days, in the time zone of whatever happens in it
 */
public record Period(int year, int number, String label, Window days) {
    /** Year and number as one number, by which the warehouse knows it: 202512. */
    public int id() {
        return year * 100 + number;
    }

    public LocalDate firstDay() {
        return days.from();
    }

    /** The last day, which belongs to it. */
    public LocalDate lastDay() {
        return days.to();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    @Override
    public String toString() {
        return label + " (" + days + ")";
    }
}
