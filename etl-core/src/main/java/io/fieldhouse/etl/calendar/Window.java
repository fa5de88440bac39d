package io.fieldhouse.etl.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /** The same days in chunks of at most so many. */
    public List<Window> chunks(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A chunk has a day at least, not " + days + ".");
        }
        List<Window> chunks = new ArrayList<>();
        for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(days)) {
            LocalDate last = start.plusDays(days - 1L);
            chunks.add(new Window(start, last.isAfter(to) ? to : last));
        }
        return chunks;
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
