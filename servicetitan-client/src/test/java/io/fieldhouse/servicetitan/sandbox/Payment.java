package io.fieldhouse.servicetitan.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment. In a round: half of the first production in advance; the second one whole; most of the third together with what
 * was charged besides; the fourth, some of it too much; a service, or the rest of the third; a refund, or the rest of the
 * first, or a deposit for nothing in particular.
 */
final class Payment {
    private static final int PRODUCTION = SandboxData.DEALS;
    private static final int SERVICE = SandboxData.DEALS + 5;
    private static final int LAST = SandboxData.JOBS;

    /** Which of a round's payments may be for which of its invoices, from the first production on. */
    private static final int[][] TURNS = {{0, 5}, {1, 5}, {2, 4}, {3}, {}, {4}, {2}};

    /** What of a payment goes to one invoice of the same round. */
    record Split(int number, int invoice, long cents) {}

    final World world;
    final long index;
    final long round;
    final int turn;
    private final long drawn;
    private @Nullable List<Split> splits;
    private long unapplied;
    private long paidDay;
    private @Nullable Deal deal;

    Payment(World world, long index) {
        this.world = world;
        this.index = index;
        this.round = index / SandboxData.PAYMENTS;
        this.turn = (int) (index % SandboxData.PAYMENTS);
        this.drawn = world.draw(7, index);
    }

    /** Those that may be for an invoice. */
    static List<Payment> of(Invoice invoice) {
        if (invoice.place < PRODUCTION) {
            return List.of();
        }
        int[] turns = TURNS[invoice.place - PRODUCTION];
        Payment[] payments = new Payment[turns.length];
        for (int i = 0; i < turns.length; i++) {
            payments[i] = invoice.world.payment(invoice.round * SandboxData.PAYMENTS + turns[i]);
        }
        return List.of(payments);
    }

    long id() {
        return Entity.PAYMENTS.id(index);
    }

    Invoice invoice(int place) {
        return world.invoice(round * SandboxData.INVOICES + place);
    }

    List<Split> splits() {
        List<Split> known = splits;
        if (known == null) {
            known = made();
            splits = known;
        }
        return known;
    }

    /** Who pays, when, and for which invoices. */
    private List<Split> made() {
        return switch (turn) {
            case 0 -> of(PRODUCTION, invoice(PRODUCTION).totalBeforeChange() / 2, false);
            case 1 -> {
                Invoice invoice = invoice(PRODUCTION + 1);
                long total = invoice.totalBeforeChange();
                yield of(PRODUCTION + 1, invoice.job.completed() ? total : total * 3 / 10, invoice.job.completed());
            }
            case 2 -> mostAndCharges();
            case 3 -> {
                Invoice invoice = invoice(PRODUCTION + 3);
                boolean done = invoice.job.completed();
                unapplied = done && Chance.upTo(3, drawn, 1) == 0 ? 25_00 : 0;
                yield of(PRODUCTION + 3, done ? invoice.totalBeforeChange() : invoice.totalBeforeChange() / 4, done);
            }
            case 4 -> serviceOrRest();
            default -> refundOrRest();
        };
    }

    private List<Split> of(int place, long cents, boolean afterwards) {
        Invoice invoice = invoice(place);
        paidBy(
                invoice.job.deal,
                afterwards ? Ticks.day(invoice.job.completedOn()) : Ticks.day(invoice.created()),
                afterwards);
        return List.of(new Split(0, place, cents));
    }

    private void paidBy(Deal payer, long from, boolean afterwards) {
        deal = payer;
        paidDay = from
                + Chance.upTo((int) Math.max(0, Math.min(afterwards ? 30 : 3, payer.today() - from)) + 1, drawn, 2);
    }

    private List<Split> mostAndCharges() {
        List<Split> most = of(PRODUCTION + 2, invoice(PRODUCTION + 2).totalBeforeChange() * 6 / 10, false);
        Invoice besides = invoice(LAST);
        return besides.total() > 0 ? List.of(most.get(0), new Split(1, LAST, besides.total())) : most;
    }

    private List<Split> serviceOrRest() {
        Invoice service = invoice(SERVICE);
        if (service.job.completed() && service.total() > 0) {
            return of(SERVICE, service.total(), true);
        }
        Invoice produced = invoice(PRODUCTION + 2);
        long total = produced.totalBeforeChange();
        if (produced.job.completed() && Chance.upTo(3, drawn, 3) != 0) {
            return of(PRODUCTION + 2, total - total * 6 / 10, true);
        }
        return deposit(4, 100_00);
    }

    private List<Split> refundOrRest() {
        Invoice produced = invoice(PRODUCTION);
        if (refunds()) {
            return of(PRODUCTION + 1, -(invoice(PRODUCTION + 1).totalBeforeChange() / 10), true);
        }
        long total = produced.totalBeforeChange();
        return produced.job.completed() && Chance.upTo(3, drawn, 3) != 0
                ? of(PRODUCTION, total - total / 2, true)
                : deposit(6, 200_00);
    }

    private List<Split> deposit(int rank, long cents) {
        Deal payer = world.dealOf(round, rank);
        paidBy(payer, payer.day, true);
        unapplied = cents;
        return List.of();
    }

    private boolean refunds() {
        return turn == SandboxData.PAYMENTS - 1
                && Chance.upTo(4, drawn, 4) == 0
                && invoice(PRODUCTION + 1).job.completed();
    }

    /** The id of the payment that it gives back, or {@link Ticks#NONE}. */
    long refundOf() {
        return refunds() ? Entity.PAYMENTS.id(round * SandboxData.PAYMENTS + 1) : Ticks.NONE;
    }

    /** Who pays. */
    Deal deal() {
        splits();
        Deal known = deal;
        if (known == null) {
            throw new IllegalStateException("payment " + index + " has no payer");
        }
        return known;
    }

    /** By index: the first invoice's, or the seller's. */
    int businessUnit() {
        return splits().isEmpty()
                ? Reference.salesUnit(deal().region)
                : invoice(splits().get(0).invoice()).businessUnit();
    }

    long unapplied() {
        splits();
        return unapplied;
    }

    long total() {
        long sum = unapplied();
        for (Split split : splits()) {
            sum += split.cents;
        }
        return sum;
    }

    /** What goes to an invoice of the same round, if it was paid by the end of that day and counts. */
    long appliedTo(int place, long epochDay) {
        long sum = 0;
        for (Split split : splits()) {
            if (split.invoice == place && paidDay <= epochDay && active()) {
                sum += split.cents;
            }
        }
        return sum;
    }

    /** The day on which it was paid. */
    long day() {
        splits();
        return paidDay;
    }

    long created() {
        long after = splits().isEmpty()
                ? deal().created()
                : invoice(splits().get(0).invoice()).created();
        long noted = Ticks.local(day(), (9 * 60 + Chance.upTo(540, drawn, 5)) * Ticks.MINUTE);
        return Math.max(noted, after + 5 * Ticks.MINUTE) + Chance.upTo((int) Ticks.SECOND, drawn, 6);
    }

    /** One in ninety was voided; it pays nothing. */
    boolean active() {
        return Chance.upTo(90, drawn, 7) != 0 && !world.changes().has(Effect.PAYMENT_DELETED, index);
    }

    long modified() {
        return world.modified(Entity.PAYMENTS, index, created() + Chance.upTo(90, drawn, 8) * Ticks.SECOND);
    }

    /** By index. */
    int type() {
        return total() < 0 ? 6 : Chance.upTo(6, drawn, 9);
    }

    long splitId(Split split) {
        return 75_000_000L + index * 2 + split.number;
    }
}
