package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;

/** When records that have no history of their own were made and last changed. */
final class Since {
    static final Moment BEGINNING = Moment.midnight(LocalDate.of(2022, 8, 1));

    private Since() {}

    /** Changes come to light some days after the period that they are about. */
    static Moment of(World world, boolean changed) {
        LocalDate period = world.change().period();
        return changed && period != null ? Moment.midnight(period.plusDays(18)) : BEGINNING;
    }
}
