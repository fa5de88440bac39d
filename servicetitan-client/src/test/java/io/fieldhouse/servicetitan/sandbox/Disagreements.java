package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.SandboxTruth.Disagreement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Where reports differ from the entities when they are told to: in one place each. */
final class Disagreements {
    static final long PRODUCED_BY = 100_00;
    static final long BOOKED_BY = -250_00;
    static final long COLLECTED_BY = -1;
    static final long OUTSTANDING_BY = 10_00;

    private final World world;
    private final boolean some;
    private final long lead;
    private final long produced;
    private final long booked;
    private final long collected;
    private final long outstanding;

    Disagreements(World world, boolean some) {
        this.world = world;
        this.some = some;
        this.lead = place(SandboxData.JOBS, index -> {
            Job job = world.job(index);
            return job.kind == Job.Kind.VISIT && !Names.isTest(job.deal.customer());
        });
        this.produced = place(SandboxData.JOBS, index -> {
            Job job = world.job(index);
            return job.kind == Job.Kind.PRODUCTION && job.completed();
        });
        this.booked =
                place(SandboxData.ESTIMATES, index -> world.estimate(index).soldByItself());
        this.collected = place(SandboxData.PAYMENTS, index -> {
            Payment payment = world.payment(index);
            return payment.turn == 0 && payment.active();
        });
        this.outstanding = place(SandboxData.INVOICES, index -> {
            Invoice invoice = world.invoice(index);
            return invoice.kind == Invoice.Kind.OF_JOB && invoice.job.completed() && invoice.balance() > 10_00;
        });
    }

    /** The first row in the second half that will do. */
    private long place(int inRound, LongPredicate suits) {
        return some
                ? LongStream.range(world.rowsBefore(inRound) / 2, world.rowsBefore(inRound))
                        .filter(suits)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    boolean omits(Job job) {
        return job.index == lead;
    }

    long produced(Job job) {
        return job.index == produced ? PRODUCED_BY : 0;
    }

    long booked(Estimate estimate) {
        return estimate.index == booked ? BOOKED_BY : 0;
    }

    long collected(Payment payment) {
        return payment.index == collected ? COLLECTED_BY : 0;
    }

    long outstanding(Invoice invoice) {
        return invoice.index == outstanding ? OUTSTANDING_BY : 0;
    }

    /** What they come to; none where reports and entities agree. */
    List<Disagreement> list() {
        if (!some) {
            return List.of();
        }
        Job job = world.job(produced);
        Job left = world.job(lead);
        Estimate estimate = world.estimate(booked);
        Payment payment = world.payment(collected);
        Invoice paid = payment.invoice(payment.splits().get(0).invoice());
        Invoice owed = world.invoice(outstanding);
        return List.of(
                of("Leads", left.number(), Ticks.day(left.created()), left.businessUnit(), -100),
                of("FOREMAN Job Cost", job.number(), Ticks.day(job.start()), job.businessUnit(), PRODUCED_BY),
                of(
                        "Daily WBR C/R",
                        String.valueOf(estimate.id()),
                        Ticks.day(estimate.soldOn()),
                        SalesTables.businessUnit(estimate),
                        BOOKED_BY),
                of("Collections", AccountingTables.number(paid), payment.day(), paid.businessUnit(), COLLECTED_BY),
                of("AR", AccountingTables.number(owed), owed.day(), owed.businessUnit(), OUTSTANDING_BY));
    }

    private Disagreement of(String report, String about, long day, int businessUnit, long hundredths) {
        return new Disagreement(
                report,
                about,
                LocalDate.ofEpochDay(day),
                SettingsTables.businessUnit(world, businessUnit),
                BigDecimal.valueOf(hundredths, 2));
    }
}
