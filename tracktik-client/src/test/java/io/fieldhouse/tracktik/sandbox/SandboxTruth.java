package io.fieldhouse.tracktik.sandbox;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sandbox holds, for tests to compare with. Days are those of each site's own clocks. */
public final class SandboxTruth {
    private final World world;

    SandboxTruth(World world) {
        this.world = world;
    }

    /**
     * One shift.
     *
     * @param siteRegion the region of its position's account, or null where the position has none
     * @param employeeRegion the home region of who works it, or null where nobody does
     * @param billingCode what it is billed under, or null where nothing is
     */
    public record ShiftFacts(
            long id,
            LocalDate day,
            OffsetDateTime start,
            OffsetDateTime end,
            long position,
            @Nullable Long account,
            @Nullable Long siteRegion,
            @Nullable Long employee,
            @Nullable Long employeeRegion,
            boolean cancelled,
            String attendanceStatus,
            BigDecimal payableHours,
            BigDecimal billableHours,
            BigDecimal overtimeHours,
            BigDecimal holidayHours,
            BigDecimal paidAmount,
            BigDecimal billedAmount,
            @Nullable Long billingCode) {}

    /** Sums over shifts. */
    public record Totals(
            long shifts,
            BigDecimal payableHours,
            BigDecimal billableHours,
            BigDecimal overtimeHours,
            BigDecimal holidayHours,
            BigDecimal paidAmount,
            BigDecimal billedAmount) {

        private static final Totals NONE = new Totals(
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);

        private Totals plus(Totals other) {
            return new Totals(
                    shifts + other.shifts,
                    payableHours.add(other.payableHours),
                    billableHours.add(other.billableHours),
                    overtimeHours.add(other.overtimeHours),
                    holidayHours.add(other.holidayHours),
                    paidAmount.add(other.paidAmount),
                    billedAmount.add(other.billedAmount));
        }

        private static Totals of(ShiftFacts shift) {
            return new Totals(
                    1,
                    shift.payableHours,
                    shift.billableHours,
                    shift.overtimeHours,
                    shift.holidayHours,
                    shift.paidAmount,
                    shift.billedAmount);
        }
    }

    public SandboxData size() {
        return world.data();
    }

    /** The id of the region KAISER. */
    public long kaiser() {
        return Region.KAISER;
    }

    /** The id of the employee that the credentials belong to. */
    public long user() {
        return world.user().id();
    }

    /** A region and all below it. */
    public Set<Long> regionTree(long root) {
        return Region.tree().stream()
                .filter(region -> region.isWithin(root))
                .map(Region::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The shifts that start on these days, both included, in the order of their ids. */
    public Stream<ShiftFacts> shifts(LocalDate first, LocalDate last) {
        // A day more at either end, for a shift that moved.
        long from = world.firstShiftFrom((first.toEpochDay() - 1) * 86_400);
        long to = world.firstShiftFrom((last.toEpochDay() + 2) * 86_400);
        return LongStream.range(from, to)
                .mapToObj(world::shift)
                .filter(Shift::exists)
                .filter(shift -> !shift.day().isBefore(first) && !shift.day().isAfter(last))
                .map(this::facts);
    }

    /** The shifts of these days whose position is on a site of these regions. */
    public List<ShiftFacts> shiftsOfSites(Set<Long> regions, LocalDate first, LocalDate last) {
        return shifts(first, last)
                .filter(shift -> shift.siteRegion != null && regions.contains(shift.siteRegion))
                .toList();
    }

    /** The shifts of these days that somebody from these regions works. */
    public List<ShiftFacts> shiftsOfEmployees(Set<Long> regions, LocalDate first, LocalDate last) {
        return shifts(first, last)
                .filter(shift -> shift.employeeRegion != null && regions.contains(shift.employeeRegion))
                .toList();
    }

    public Totals totals(LocalDate first, LocalDate last, Predicate<ShiftFacts> which) {
        return shifts(first, last).filter(which).map(Totals::of).reduce(Totals.NONE, Totals::plus);
    }

    public long clients() {
        return world.sites();
    }

    public long positions() {
        return world.positions();
    }

    public long employees() {
        return world.employees();
    }

    public ShiftFacts shift(long id) {
        return facts(world.shift(id - Shift.FIRST_ID));
    }

    private ShiftFacts facts(Shift shift) {
        Integer who = shift.employeeIndex();
        Money money = shift.money();
        return new ShiftFacts(
                shift.id(),
                shift.day(),
                time(shift.start()),
                time(shift.end()),
                shift.position.id(),
                shift.position.account(),
                shift.position.region(),
                shift.employee(),
                who == null ? null : world.employee(who).region(),
                shift.cancelled(),
                requireNonNull(shift.outcome().attendance()),
                hours(money.quarters()),
                hours(money.billed(money.quarters())),
                hours(money.overtime()),
                hours(money.holiday()),
                BigDecimal.valueOf(money.payTotal(), 2),
                BigDecimal.valueOf(money.billTotal(), 2),
                money.billTotal() > 0 ? (Long) SummaryTables.billingCode(shift) : null);
    }

    private static BigDecimal hours(int quarters) {
        return BigDecimal.valueOf(quarters * 25L, 2);
    }

    private static OffsetDateTime time(Moment moment) {
        return OffsetDateTime.ofInstant(
                java.time.Instant.ofEpochSecond(moment.epochSecond()),
                ZoneOffset.ofTotalSeconds(moment.offsetSeconds()));
    }
}
