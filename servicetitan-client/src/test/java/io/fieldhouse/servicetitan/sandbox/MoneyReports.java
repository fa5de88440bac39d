package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Report.Cents;
import io.fieldhouse.servicetitan.sandbox.Report.Day;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the reports on what was paid and what is owed. */
final class MoneyReports {
    private static final int BY_INVOICE = 0;
    private static final int BY_CREATION = 1;

    private final Disagreements disagreements;

    MoneyReports(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    /** One for each split of a payment, and one of no business unit for what is not applied. */
    List<@Nullable Object[]> collections(World world, ReportArguments asked) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long index = 0; index < world.rows(SandboxData.PAYMENTS); index++) {
            Payment payment = world.payment(index);
            if (!payment.active()) {
                continue;
            }
            long other = disagreements.collected(payment);
            for (Payment.Split split : payment.splits()) {
                Invoice invoice = payment.invoice(split.invoice());
                if (asked.wants(invoice.businessUnit()) && asked.covers(day(payment, invoice, asked.dateType()))) {
                    rows.add(collected(world, payment, invoice, split.cents() + (split.number() == 0 ? other : 0)));
                }
            }
            boolean elsewhere = !asked.namesBusinessUnits() && payment.unapplied() != 0;
            if (elsewhere && asked.covers(day(payment, null, asked.dateType()))) {
                rows.add(collected(world, payment, null, payment.unapplied()));
            }
        }
        return rows;
    }

    private static long day(Payment payment, @Nullable Invoice invoice, int dateType) {
        return switch (dateType) {
            case BY_INVOICE -> invoice == null ? Ticks.NONE : invoice.day();
            case BY_CREATION -> Ticks.day(payment.created());
            default -> payment.day();
        };
    }

    private static @Nullable Object[] collected(World world, Payment payment, @Nullable Invoice invoice, long cents) {
        Job job = invoice == null ? null : invoice.jobOrNull();
        return new @Nullable Object[] {
            new Day(payment.day()),
            Names.customer(world, payment.deal().customer()),
            new Cents(cents),
            invoice == null ? null : AccountingTables.number(invoice),
            job == null ? null : job.number(),
            Reference.PAYMENT_TYPES.get(payment.type()),
            String.valueOf(payment.id()),
            invoice == null ? null : SettingsTables.businessUnit(world, invoice.businessUnit()),
            invoice == null ? null : new Cents(invoice.balance())
        };
    }

    /** What is owed at the end of the last day, of invoices of the days asked for; deposits are negative. */
    List<@Nullable Object[]> receivables(World world, ReportArguments asked) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long index = 0; index < world.rows(SandboxData.INVOICES); index++) {
            Invoice invoice = world.invoice(index);
            if (invoice.active() && asked.wants(invoice.businessUnit()) && asked.covers(invoice.day())) {
                long owed = invoice.total() - invoice.paid(asked.to()) + disagreements.outstanding(invoice);
                if (owed != 0) {
                    rows.add(owed(world, invoice, owed));
                }
            }
        }
        for (long index = 0; index < world.rows(SandboxData.PAYMENTS); index++) {
            Payment payment = world.payment(index);
            if (payment.active()
                    && payment.unapplied() != 0
                    && asked.wants(payment.businessUnit())
                    && asked.covers(payment.day())) {
                rows.add(deposited(world, payment));
            }
        }
        return rows;
    }

    private static @Nullable Object[] owed(World world, Invoice invoice, long cents) {
        String customer = Names.customer(world, invoice.job.deal.customer());
        Job job = invoice.jobOrNull();
        return new @Nullable Object[] {
            customer,
            customer,
            SettingsTables.businessUnit(world, invoice.businessUnit()),
            "Invoice",
            AccountingTables.number(invoice),
            job == null ? null : job.number(),
            new Day(invoice.day()),
            new Cents(invoice.total()),
            new Cents(cents)
        };
    }

    private static @Nullable Object[] deposited(World world, Payment payment) {
        String customer = Names.customer(world, payment.deal().customer());
        return new @Nullable Object[] {
            customer,
            customer,
            SettingsTables.businessUnit(world, payment.businessUnit()),
            "Payment",
            String.valueOf(payment.id()),
            null,
            new Day(payment.day()),
            new Cents(0),
            new Cents(-payment.unapplied())
        };
    }
}
