package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Set;

/** Everything there is, made when asked for: only what one day looks like is kept. */
final class World {
    private static final long DAY = 86_400;

    /** A Friday on which a pay week and the owner's billing cycle begin. */
    private static final long FRIDAY = LocalDate.of(2025, 5, 30).toEpochDay();

    private final SandboxData data;
    private final SandboxChange change;
    private final long firstEpochDay;
    private final long todayEpochDay;
    private final int[] startMinuteOfSlot;
    private final int[] siteOfSlot;
    private final Set<LocalDate> holidays;

    World(SandboxData data, SandboxChange change) {
        this.data = data;
        this.change = change;
        this.firstEpochDay = data.firstDay().toEpochDay();
        this.todayEpochDay = data.today().toEpochDay();
        // A shift that moved may be a day after the last.
        this.holidays = Holiday.days(
                data.firstDay().getYear(), data.lastDay().plusDays(1).getYear());
        int slots = data.shiftsPerDay();
        startMinuteOfSlot = new int[slots];
        siteOfSlot = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            startMinuteOfSlot[slot] = startMinute((double) slot / slots);
            int rank = slot / Region.LEAF_COUNT;
            siteOfSlot[slot] = slot % Region.LEAF_COUNT * data.sitesPerRegion() + rank % data.sitesPerRegion();
        }
    }

    /** Later slots never start earlier: ids, days and times of day all rise together. */
    private static int startMinute(double share) {
        if (share < 0.1) {
            return 0;
        }
        if (share < 0.55) {
            return band(5 * 60, 9 * 60, (share - 0.1) / 0.45);
        }
        if (share < 0.8) {
            return band(13 * 60, 17 * 60, (share - 0.55) / 0.25);
        }
        return band(21 * 60, 24 * 60, (share - 0.8) / 0.2);
    }

    private static int band(int from, int to, double share) {
        return (from + (int) ((to - from) * share)) / 15 * 15;
    }

    SandboxData data() {
        return data;
    }

    SandboxChange change() {
        return change;
    }

    /** What is different one period later; see {@link SandboxChange}. */
    World changed(LocalDate period) {
        long first = period.toEpochDay();
        if (first < firstEpochDay || first + 13 >= firstEpochDay + data.days()) {
            throw new IllegalArgumentException(
                    "the period from " + period + " is not wholly within " + data.firstDay() + " to " + data.lastDay());
        }
        int slots = data.shiftsPerDay();
        int lastInRegion = (slots - 1) / Region.LEAF_COUNT * Region.LEAF_COUNT;
        int retired = 0;
        while (!employee(retired).active() && retired < guardsPerLeaf() - 1) {
            retired++;
        }
        SandboxChange next = new SandboxChange(
                period,
                site(0).id(),
                employee(retired).id(),
                worked(first + 1).id(),
                worked(first + 2).id(),
                worked(first + 3).id(),
                shift((first + 13 - firstEpochDay) * slots + lastInRegion).id());
        return new World(data, next);
    }

    /** The first shift of a day in N California that was worked as planned, so that a change to it shows. */
    private Shift worked(long epochDay) {
        long from = (epochDay - firstEpochDay) * data.shiftsPerDay();
        Shift found = shift(from);
        for (int slot = 0; slot < data.shiftsPerDay(); slot += Region.LEAF_COUNT) {
            found = shift(from + slot);
            if (found.outcome() == Outcome.ON_TIME && found.money().billTotal() > 0) {
                break;
            }
        }
        return found;
    }

    long shifts() {
        return data.totalShifts();
    }

    Shift shift(long index) {
        return new Shift(this, index);
    }

    int sites() {
        return Region.LEAF_COUNT * data.sitesPerRegion();
    }

    Site site(int index) {
        return new Site(this, index);
    }

    int positions() {
        return sites() * data.positionsPerSite();
    }

    Position position(int index) {
        return new Position(this, index);
    }

    int guardsPerLeaf() {
        return Math.max(1, data.employees() / Region.LEAF_COUNT);
    }

    int guards() {
        return guardsPerLeaf() * Region.LEAF_COUNT;
    }

    int employees() {
        return guards() + Employee.NOT_GUARDS;
    }

    Employee employee(int index) {
        return new Employee(this, index);
    }

    /** Whom the credentials belong to: the first of the second region's guards who is active. */
    Employee user() {
        int index = guardsPerLeaf();
        while (!employee(index).active() && index < guards() - 1) {
            index++;
        }
        return employee(index);
    }

    long epochDay(long shiftIndex) {
        return firstEpochDay + shiftIndex / data.shiftsPerDay();
    }

    long today() {
        return todayEpochDay;
    }

    boolean isHoliday(LocalDate day) {
        return holidays.contains(day);
    }

    int slot(long shiftIndex) {
        return (int) (shiftIndex % data.shiftsPerDay());
    }

    /** Always on the slot's site, on another of its posts each day. */
    Position positionOf(long shiftIndex) {
        int slot = slot(shiftIndex);
        long turn = slot / Region.LEAF_COUNT / data.sitesPerRegion() + epochDay(shiftIndex);
        int post = (int) Math.floorMod(turn, (long) data.positionsPerSite());
        return position(siteOfSlot[slot] * data.positionsPerSite() + post);
    }

    /** The slots of a day that are on any of those sites. */
    BitSet slotsOn(BitSet sites) {
        BitSet slots = new BitSet();
        for (int slot = 0; slot < siteOfSlot.length; slot++) {
            slots.set(slot, sites.get(siteOfSlot[slot]));
        }
        return slots;
    }

    long localStart(long shiftIndex) {
        return epochDay(shiftIndex) * DAY + startMinuteOfSlot[slot(shiftIndex)] * 60L;
    }

    /** The index of the first shift that starts at that time of its own clocks, or later. */
    long firstShiftFrom(long localSecond) {
        long day = Math.floorDiv(localSecond, DAY) - firstEpochDay;
        if (day < 0) {
            return 0;
        }
        if (day >= data.days()) {
            return shifts();
        }
        long index = day * data.shiftsPerDay();
        long end = index + data.shiftsPerDay();
        while (index < end) {
            long middle = (index + end) >>> 1;
            if (localStart(middle) < localSecond) {
                index = middle + 1;
            } else {
                end = middle;
            }
        }
        return index;
    }

    /** The Friday on which the pay week of a day begins. */
    static LocalDate weekOf(long epochDay) {
        return LocalDate.ofEpochDay(epochDay - Math.floorMod(epochDay - FRIDAY, 7));
    }

    /** The Friday on which the billing cycle of a day begins. */
    static LocalDate cycleOf(long epochDay) {
        return LocalDate.ofEpochDay(epochDay - Math.floorMod(epochDay - FRIDAY, 14));
    }
}
