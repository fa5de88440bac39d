package io.fieldhouse.servicetitan.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Makes a world in which one thing of each kind is different. */
final class Change {
    private final World before;
    private final Changes.Next next;

    private Change(World before) {
        this.before = before;
        this.next = new Changes.Next(before.changes());
    }

    /** The world after a change, and what it was. */
    record Made(World world, SandboxChange change) {}

    static Made of(World before) {
        Change change = new Change(before);
        SandboxChange made = change.made();
        return new Made(change.grown(), made);
    }

    private SandboxChange made() {
        int number = next.number();
        long today = before.data().lastDay().toEpochDay() + number;
        return new SandboxChange(
                number,
                LocalDate.ofEpochDay(today),
                Ticks.instant(before.changedAt(number)),
                jobDeleted(),
                jobRescheduled(),
                first(Effect.ESTIMATE_SOLD, SandboxData.ESTIMATES, index -> {
                    Estimate estimate = before.estimate(index);
                    return estimate.deal.rank == 4
                            && estimate.deal.visited()
                            && !estimate.sold()
                            && estimate.active()
                            && index % SandboxData.ESTIMATES < SandboxData.DEALS;
                }),
                first(Effect.ESTIMATE_DELETED, SandboxData.ESTIMATES, index -> {
                    Estimate estimate = before.estimate(index);
                    return estimate.status().equals("Dismissed") && estimate.active();
                }),
                invoiceRepriced(),
                paymentDeleted(),
                next.add(Effect.CUSTOMER_RENAMED, number - 1L),
                next.add(Effect.BUSINESS_UNIT_RENAMED, Reference.salesUnit(Reference.UNCLAIMED)),
                next.add(Effect.TECHNICIAN_DEACTIVATED, (number - 1L) % Reference.TECHNICIANS),
                next.add(Effect.CAMPAIGN_DEACTIVATED, (number - 1L) % Reference.CAMPAIGNS.size()),
                next.add(Effect.LEAD_VANISHED, number * 6L),
                Entity.JOBS.id(before.rows(SandboxData.JOBS)));
    }

    private long first(Effect effect, int inRound, LongPredicate suits) {
        return LongStream.range(0, before.rowsBefore(inRound))
                .filter(index -> !before.changes().has(effect, index) && suits.test(index))
                .limit(1)
                .map(index -> next.add(effect, index))
                .findFirst()
                .orElse(-1);
    }

    private long jobDeleted() {
        long id = first(Effect.JOB_DELETED, SandboxData.JOBS, index -> {
            Job job = before.job(index);
            return job.kind == Job.Kind.SERVICE && before.invoice(job.invoice()).total() == 0;
        });
        if (id >= 0) {
            Job job = before.job(Entity.JOBS.index(id));
            next.touch(Entity.APPOINTMENTS, job.firstAppointment());
            next.touch(Entity.ASSIGNMENTS, job.firstAppointment());
            next.touch(Entity.INVOICES, job.invoice());
        }
        return id;
    }

    /** The last one that has not begun: early ones have all been done. */
    private long jobRescheduled() {
        for (long index = before.rowsBefore(SandboxData.JOBS) - 1; index >= 0; index--) {
            Job job = before.job(index);
            boolean planned = job.kind == Job.Kind.PRODUCTION
                    && job.status().equals("Scheduled")
                    && Ticks.day(job.start()) < World.PARKED
                    && !before.changes().has(Effect.JOB_RESCHEDULED, index);
            if (planned) {
                for (long appointment : List.of(job.firstAppointment(), job.lastAppointment())) {
                    next.touch(Entity.APPOINTMENTS, appointment);
                    next.touch(Entity.ASSIGNMENTS, appointment);
                }
                return next.add(Effect.JOB_RESCHEDULED, index);
            }
        }
        return -1;
    }

    private long invoiceRepriced() {
        long id = first(Effect.INVOICE_REPRICED, SandboxData.INVOICES, index -> {
            Invoice invoice = before.invoice(index);
            return invoice.place == SandboxData.DEALS + 1 && invoice.job.completed();
        });
        if (id >= 0) {
            Invoice invoice = before.invoice(Entity.INVOICES.index(id));
            next.touch(Entity.JOBS, invoice.job.index);
            next.touch(
                    Entity.INVOICE_ITEMS,
                    invoice.index * InvoiceItem.IN_INVOICE + invoice.items().size());
        }
        return id;
    }

    private long paymentDeleted() {
        long id = first(Effect.PAYMENT_DELETED, SandboxData.PAYMENTS, index -> {
            Payment payment = before.payment(index);
            return payment.turn == 3 && payment.active();
        });
        if (id >= 0) {
            Payment payment = before.payment(Entity.PAYMENTS.index(id));
            payment.splits().forEach(split -> next.touch(Entity.INVOICES, payment.invoice(split.invoice()).index));
        }
        return id;
    }

    /** With a round more, whose rows come last in every feed. */
    private World grown() {
        List<Table<?>> old = Catalog.of(before);
        List<Table<?>> grown = Catalog.of(new World(before.data(), next.made()));
        for (int i = 0; i < old.size(); i++) {
            if (grown.get(i).size() > old.get(i).size()) {
                next.added(old.get(i).entity(), old.get(i).size(), grown.get(i).size());
            }
        }
        return new World(before.data(), next.made());
    }
}
