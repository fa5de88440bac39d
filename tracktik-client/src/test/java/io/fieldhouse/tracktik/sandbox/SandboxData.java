package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much data a sandbox has: the same values make the same data, down to the last cent.
 *
 * @param seed what chance is drawn from
 * @param firstDay the first day that has shifts
 * @param lastDay the last day that has shifts
 * @param today shifts of earlier days are worked, this day's are under way, later ones are planned
 * @param shiftsPerDay in all regions together, every day the same
 * @param employees in all regions together
 * @param sitesPerRegion in each region that has sites
 * @param positionsPerSite on each site
 */
public record SandboxData(
        long seed,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate today,
        int shiftsPerDay,
        int employees,
        int sitesPerRegion,
        int positionsPerSite) {

    public SandboxData {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day, " + lastDay + ", is before the first, " + firstDay);
        }
        if (shiftsPerDay < 1 || employees < 1 || sitesPerRegion < 1 || positionsPerSite < 1) {
            throw new IllegalArgumentException("shifts, employees, sites and positions are at least one each");
        }
    }

    /** Some four thousand shifts: the five billing cycles from 2025-05-30 to 2025-08-07. */
    public static SandboxData small() {
        return new SandboxData(
                20250530L,
                LocalDate.of(2025, 5, 30),
                LocalDate.of(2025, 8, 7),
                LocalDate.of(2025, 8, 7),
                60,
                130,
                4,
                3);
    }

    /** At least that many shifts, rounded up to whole days, up to the end of 2025. */
    public static SandboxData of(long totalShifts) {
        int days = totalShifts >= 50_000 ? 500 : 50;
        int perDay = Math.toIntExact(Math.max(1, (totalShifts + days - 1) / days));
        LocalDate last = LocalDate.of(2025, 12, 31);
        int sites = Math.min(500, Math.max(3, perDay / 40));
        return new SandboxData(20251231L, last.minusDays(days - 1L), last, last, perDay, perDay * 2 + 26, sites, 3);
    }

    public SandboxData withDays(LocalDate first, LocalDate last) {
        return new SandboxData(seed, first, last, last, shiftsPerDay, employees, sitesPerRegion, positionsPerSite);
    }

    public SandboxData withToday(LocalDate day) {
        return new SandboxData(seed, firstDay, lastDay, day, shiftsPerDay, employees, sitesPerRegion, positionsPerSite);
    }

    public SandboxData withSeed(long other) {
        return new SandboxData(
                other, firstDay, lastDay, today, shiftsPerDay, employees, sitesPerRegion, positionsPerSite);
    }

    public SandboxData withShiftsPerDay(int shifts) {
        return new SandboxData(seed, firstDay, lastDay, today, shifts, employees, sitesPerRegion, positionsPerSite);
    }

    /** How many shifts there are in all regions together. */
    public long totalShifts() {
        return days() * shiftsPerDay;
    }

    long days() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }
}
