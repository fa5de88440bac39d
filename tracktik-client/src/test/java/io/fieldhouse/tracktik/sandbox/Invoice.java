package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a site is billed for one cycle of two weeks: the shifts that start in it. */
record Invoice(World world, long index, Site site, long firstEpochDay) {
    static final long FIRST_ID = 600_000;
    static final long FIRST_LINE = 40_000_000;

    long id() {
        return FIRST_ID + index;
    }

    LocalDate firstDay() {
        return LocalDate.ofEpochDay(firstEpochDay);
    }

    LocalDate lastDay() {
        return LocalDate.ofEpochDay(firstEpochDay + 13);
    }

    boolean approved() {
        return firstEpochDay + 13 < world.today() - 3;
    }

    long total() {
        return shifts().stream().mapToLong(shift -> shift.money().billTotal()).sum();
    }

    /** Only the slots of this site are looked at. */
    private List<Shift> shifts() {
        List<Shift> found = new ArrayList<>();
        int slots = world.data().shiftsPerDay();
        int perSite = world.data().sitesPerRegion();
        long zero = world.data().firstDay().toEpochDay();
        // A day more at either end, for a shift that moved.
        long from = Math.max(0, firstEpochDay - 1 - zero);
        long to = Math.min(world.data().days(), firstEpochDay + 15 - zero);
        for (long day = from; day < to; day++) {
            int rank = site.index % perSite;
            for (int slot = site.leaf + Region.LEAF_COUNT * rank; slot < slots; slot += Region.LEAF_COUNT * perSite) {
                Shift shift = world.shift(day * slots + slot);
                long start = shift.day().toEpochDay();
                boolean within = start >= firstEpochDay && start <= firstEpochDay + 13;
                if (within
                        && shift.exists()
                        && shift.position.hasAccount()
                        && shift.money().billTotal() != 0) {
                    found.add(shift);
                }
            }
        }
        return found;
    }

    List<Long> lines() {
        return shifts().stream().map(Invoice::line).toList();
    }

    /** The id of the line that bills a shift. */
    static long line(Shift shift) {
        return FIRST_LINE + shift.index;
    }
}
