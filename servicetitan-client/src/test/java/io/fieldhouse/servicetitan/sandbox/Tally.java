package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.SandboxTruth.Kpis;

/** Sums up some days of a business unit. */
final class Tally {
    private final World world;
    private final String businessUnit;
    private final long first;
    private final long last;
    private long leads;
    private long booked;
    private long estimates;
    private long opportunities;
    private long closed;
    private long produced;
    private long costs;
    private long warranty;
    private long collected;

    Tally(World world, String businessUnit, long first, long last) {
        this.world = world;
        this.businessUnit = businessUnit;
        this.first = first;
        this.last = last;
    }

    Kpis kpis() {
        for (long index = 0; index < world.rows(SandboxData.JOBS); index++) {
            Job job = world.job(index);
            if (job.deleted() || !wants(job.businessUnit())) {
                continue;
            }
            if (job.kind == Job.Kind.VISIT) {
                visit(job);
            } else if (covers(Ticks.day(job.start()))) {
                produced(job);
            }
        }
        for (long index = 0; index < world.rows(SandboxData.PAYMENTS); index++) {
            Payment payment = world.payment(index);
            if (payment.active() && covers(payment.day())) {
                collected(payment);
            }
        }
        return new Kpis(
                leads,
                SandboxTruth.money(booked),
                estimates,
                opportunities,
                closed,
                SandboxTruth.money(produced),
                SandboxTruth.money(costs),
                SandboxTruth.money(warranty),
                SandboxTruth.money(collected));
    }

    private boolean wants(int unit) {
        return SettingsTables.businessUnit(world, unit).equals(businessUnit);
    }

    private boolean covers(long day) {
        return day >= first && day <= last;
    }

    private void visit(Job job) {
        leads += covers(Ticks.day(job.created())) && !Names.isTest(job.deal.customer()) ? 1 : 0;
        long sold = 0;
        for (Estimate estimate : JobReports.estimates(job.deal)) {
            if (estimate.sold()) {
                sold += estimate.subtotal();
                booked += covers(Ticks.day(estimate.soldOn())) ? estimate.subtotal() : 0;
            }
        }
        if (job.completed() && covers(Ticks.day(job.completedOn()))) {
            boolean closes = JobReports.closed(job, sold);
            estimates++;
            opportunities += !job.noCharge() || closes ? 1 : 0;
            closed += closes ? 1 : 0;
        }
    }

    private void produced(Job job) {
        long cost = new Costs(job).total();
        if (!Reference.SERVICE_TYPES.contains(job.typeName())) {
            produced += world.invoice(job.invoice()).subtotal();
            costs += cost;
        }
        if (Reference.WARRANTY_TYPES.contains(job.typeName())) {
            warranty += cost;
        }
    }

    private void collected(Payment payment) {
        for (Payment.Split split : payment.splits()) {
            collected += wants(payment.invoice(split.invoice()).businessUnit()) ? split.cents() : 0;
        }
    }
}
