package io.fieldhouse.servicetitan.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sandbox holds, for tests to compare with. Days are those of the tenant's clocks. */
public final class SandboxTruth {
    private final World world;
    private final boolean disagreeing;

    SandboxTruth(World world, boolean disagreeing) {
        this.world = world;
        this.disagreeing = disagreeing;
    }

    /**
     * A business unit.
     *
     * @param sells or produces
     * @param claimed by one of the owner's regions
     */
    public record BusinessUnitFacts(long id, String name, boolean sells, boolean active, boolean claimed) {}

    /**
     * A job.
     *
     * @param created the day on which it was
     * @param start the day of its first appointment
     * @param completed null where it is not
     * @param test whether a test customer asked for it
     * @param subtotal of its invoice
     * @param costs pay, adjustments, purchases and returns together
     */
    public record JobFacts(
            long id,
            String type,
            String businessUnit,
            String status,
            LocalDate created,
            LocalDate start,
            @Nullable LocalDate completed,
            boolean test,
            BigDecimal subtotal,
            BigDecimal costs) {}

    /**
     * What came of some days in a business unit, by the owner's definitions: jobs created and completed and estimates sold on
     * these days, production that starts on them, and payments of them. What a unit does not do is zero.
     *
     * @param leads visits to estimate that were created, but for those of test customers
     * @param booked the subtotal of sold estimates
     * @param estimates visits that were completed
     * @param opportunities those that are charged, and others that were sold nevertheless
     * @param closed those that were sold for as much as their type has to be
     * @param produced the subtotal of production, inspections and window washing left out
     * @param costs of the same
     * @param warranty costs of warranty and touch-ups
     * @param collected the payments that were applied to its invoices, refunds included
     */
    public record Kpis(
            long leads,
            BigDecimal booked,
            long estimates,
            long opportunities,
            long closed,
            BigDecimal produced,
            BigDecimal costs,
            BigDecimal warranty,
            BigDecimal collected) {}

    /**
     * Where a report differs from the entities.
     *
     * @param about a number of a job, an invoice or an estimate
     * @param difference what the report has more, in dollars; for leads, in leads
     */
    public record Disagreement(
            String report, String about, LocalDate day, String businessUnit, BigDecimal difference) {}

    public SandboxData size() {
        return world.data();
    }

    public ZoneId zone() {
        return ZoneId.of("America/Phoenix");
    }

    public List<BusinessUnitFacts> businessUnits() {
        return LongStream.range(0, Reference.BUSINESS_UNITS.size())
                .mapToObj(index -> {
                    int unit = (int) index;
                    return new BusinessUnitFacts(
                            Entity.BUSINESS_UNITS.id(unit),
                            SettingsTables.businessUnit(world, unit),
                            Reference.sells(unit),
                            unit / 2 != Reference.RETIRED,
                            unit / 2 != Reference.UNCLAIMED);
                })
                .toList();
    }

    /** All that were not deleted, in the order of their ids. */
    public Stream<JobFacts> jobs() {
        return LongStream.range(0, world.rows(SandboxData.JOBS))
                .mapToObj(world::job)
                .filter(job -> !job.deleted())
                .map(this::facts);
    }

    private JobFacts facts(Job job) {
        long completed = job.completedOn();
        return new JobFacts(
                job.id(),
                job.typeName(),
                SettingsTables.businessUnit(world, job.businessUnit()),
                job.status(),
                LocalDate.ofEpochDay(Ticks.day(job.created())),
                LocalDate.ofEpochDay(Ticks.day(job.start())),
                completed == Ticks.NONE ? null : LocalDate.ofEpochDay(Ticks.day(completed)),
                Names.isTest(job.deal.customer()),
                money(world.invoice(job.invoice()).subtotal()),
                money(new Costs(job).total()));
    }

    /** Of these days, both included. */
    public Kpis kpis(String businessUnit, LocalDate first, LocalDate last) {
        Tally tally = new Tally(world, businessUnit, first.toEpochDay(), last.toEpochDay());
        return tally.kpis();
    }

    /** What is owed at the end of a day on invoices with at least so much, by business unit. */
    public BigDecimal outstanding(String businessUnit, LocalDate day, BigDecimal floor) {
        long least = floor.movePointRight(2).longValueExact();
        long sum = LongStream.range(0, world.rows(SandboxData.INVOICES))
                .mapToObj(world::invoice)
                .filter(invoice -> SettingsTables.businessUnit(world, invoice.businessUnit())
                        .equals(businessUnit))
                .filter(invoice -> invoice.active() && invoice.day() <= day.toEpochDay())
                .mapToLong(invoice -> invoice.total() - invoice.paid(day.toEpochDay()))
                .filter(owed -> owed >= least)
                .sum();
        return money(sum);
    }

    /** What was paid on these days and is applied to nothing. */
    public BigDecimal unapplied(LocalDate first, LocalDate last) {
        return money(LongStream.range(0, world.rows(SandboxData.PAYMENTS))
                .mapToObj(world::payment)
                .filter(Payment::active)
                .filter(payment -> payment.day() >= first.toEpochDay() && payment.day() <= last.toEpochDay())
                .mapToLong(Payment::unapplied)
                .sum());
    }

    /** Where reports differ from the entities; none unless the sandbox was told to. */
    public List<Disagreement> disagreements() {
        return new Disagreements(world, disagreeing).list();
    }

    static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
