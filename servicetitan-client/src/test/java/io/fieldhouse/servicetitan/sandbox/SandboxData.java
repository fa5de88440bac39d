package io.fieldhouse.servicetitan.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much data a sandbox has: the same values make the same data, down to the last cent.
 *
 * <p>Data comes in rounds, of ten enquiries and all that follows from them: sixteen jobs, fifteen estimates, seventeen
 * invoices and six payments, which is how much the owner has of each beside the others.
 *
 * @param seed what chance is drawn from
 * @param firstDay the first day that has enquiries
 * @param lastDay the last one, and today: what is planned for later has not happened
 * @param rounds in all these days together
 */
public record SandboxData(long seed, LocalDate firstDay, LocalDate lastDay, int rounds) {
    static final int DEALS = 10;
    static final int JOBS = 16;
    static final int ESTIMATES = 15;
    static final int INVOICES = 17;
    static final int PAYMENTS = 6;

    public SandboxData {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day, " + lastDay + ", is before the first, " + firstDay);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("there is at least one round, not " + rounds);
        }
    }

    /** Some three thousand jobs: the thirteen weeks from 2025-08-04 to 2025-11-02. */
    public static SandboxData small() {
        return new SandboxData(20251102L, LocalDate.of(2025, 8, 4), LocalDate.of(2025, 11, 2), 200);
    }

    /** At least that many invoices, rounded up to whole rounds, up to 2025-11-02; 2020-01-01 is the first day of many. */
    public static SandboxData of(long totalInvoices) {
        int rounds = Math.toIntExact(Math.max(1, (totalInvoices + INVOICES - 1) / INVOICES));
        LocalDate last = LocalDate.of(2025, 11, 2);
        return new SandboxData(
                20251102L, rounds >= 3_000 ? LocalDate.of(2020, 1, 1) : last.minusDays(90), last, rounds);
    }

    public SandboxData withDays(LocalDate first, LocalDate last) {
        return new SandboxData(seed, first, last, rounds);
    }

    public SandboxData withSeed(long other) {
        return new SandboxData(other, firstDay, lastDay, rounds);
    }

    public SandboxData withRounds(int some) {
        return new SandboxData(seed, firstDay, lastDay, some);
    }

    public long totalJobs() {
        return (long) rounds * JOBS;
    }

    public long totalEstimates() {
        return (long) rounds * ESTIMATES;
    }

    public long totalInvoices() {
        return (long) rounds * INVOICES;
    }

    public long totalPayments() {
        return (long) rounds * PAYMENTS;
    }

    long days() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }
}
