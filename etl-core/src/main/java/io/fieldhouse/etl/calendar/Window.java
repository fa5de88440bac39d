package io.fieldhouse.etl.calendar;

import java.time.LocalDate;

/**
 * Days in a row that an API is asked for.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record Window(LocalDate from, LocalDate to) {
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A window cannot end on " + to + ", before it begins on " + from + ".");
        }
    }

    /** The same with so many days more at either end. */
    public Window widened(int days) {
        return new Window(from.minusDays(days), to.plusDays(days));
    }

    /** How many days there are. */
    public long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
