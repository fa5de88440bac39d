package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice: in a round, those of its sixteen jobs, then one that adjusts another or belongs to no job. */
final class Invoice {
    /** The kinds of a round's last invoice. */
    enum Kind {
        OF_JOB("JobInvoice"),
        CHARGE("JobInvoice"),
        CREDIT("JobInvoice"),
        COUNTER_SALE("CounterSales"),
        MEMBERSHIP("MembershipInvoice");

        private final String configuration;

        Kind(String configuration) {
            this.configuration = configuration;
        }

        String configuration() {
            return configuration;
        }
    }

    /** The rank of the deal that a round's last invoice is about. */
    static final int ADJUSTED_RANK = 2;

    /** What a change adds to the price. */
    static final long REPRICED_BY = 150_00;

    private static final int TAXED_REGION = 2;
    private static final long TAX_PER_HUNDRED_THOUSAND = 7_625;

    final World world;
    final long index;
    final long round;
    final int place;
    final Kind kind;
    final Job job;
    private final long drawn;
    private @Nullable List<Item> items;
    private @Nullable List<Payment> payments;

    Invoice(World world, long index) {
        this.world = world;
        this.index = index;
        this.round = index / SandboxData.INVOICES;
        this.place = (int) (index % SandboxData.INVOICES);
        this.drawn = world.draw(6, index);
        boolean last = place == SandboxData.JOBS;
        this.kind = last ? Kind.values()[1 + Chance.upTo(4, drawn, 1)] : Kind.OF_JOB;
        int jobPlace = last ? SandboxData.DEALS + ADJUSTED_RANK : place;
        this.job = world.job(round * SandboxData.JOBS + jobPlace);
    }

    long id() {
        return Entity.INVOICES.id(index);
    }

    /** Null where it belongs to no job; {@link #job} is then the customer's. */
    @Nullable Job jobOrNull() {
        return kind == Kind.COUNTER_SALE || kind == Kind.MEMBERSHIP ? null : job;
    }

    long adjustmentTo() {
        return kind == Kind.CHARGE || kind == Kind.CREDIT ? Entity.INVOICES.id(job.invoice()) : Ticks.NONE;
    }

    /** By index. */
    int businessUnit() {
        return job.businessUnit();
    }

    List<Item> items() {
        List<Item> known = items;
        if (known == null) {
            known = repriced() ? plusOne(regularItems()) : regularItems();
            items = known;
        }
        return known;
    }

    private boolean repriced() {
        return world.changes().has(Effect.INVOICE_REPRICED, index);
    }

    private static List<Item> plusOne(List<Item> regular) {
        List<Item> more = new ArrayList<>(regular);
        more.add(new Item(regular.size(), 0, 4, REPRICED_BY));
        return List.copyOf(more);
    }

    private List<Item> regularItems() {
        return switch (kind) {
            case OF_JOB ->
                switch (job.kind) {
                    case VISIT -> List.of();
                    case PRODUCTION -> soldItems();
                    case WARRANTY -> Item.single(3, 0);
                    case SERVICE -> Item.single(6, service());
                };
            case CHARGE -> Item.single(2, 40_00 + 4L * Chance.upTo(2_000, drawn, 2));
            case CREDIT -> Item.single(2, -(40_00 + 4L * Chance.upTo(2_000, drawn, 2)));
            case COUNTER_SALE -> Item.single(4, 20_00 + 4L * Chance.upTo(4_000, drawn, 2));
            case MEMBERSHIP -> Item.single(6, 199_00);
        };
    }

    private List<Item> soldItems() {
        List<Item> first = job.deal.firstEstimate().items();
        if (job.deal.rank != 0) {
            return first;
        }
        List<Item> all = new ArrayList<>(first);
        for (Item item : job.deal.secondEstimate().items()) {
            all.add(new Item(all.size(), item.service(), item.quarters(), item.price()));
        }
        return List.copyOf(all);
    }

    /** Inspections are free; windows are not. */
    private long service() {
        return job.typeName().startsWith("Window") && !job.canceled() ? 150_00 + 4L * Chance.upTo(9_000, drawn, 3) : 0;
    }

    long subtotal() {
        return Item.sum(items());
    }

    long tax() {
        return tax(subtotal());
    }

    private long tax(long subtotal) {
        return job.deal.region == TAXED_REGION ? Math.round(subtotal * TAX_PER_HUNDRED_THOUSAND / 100_000.0) : 0;
    }

    long total() {
        return subtotal() + tax();
    }

    /** As it was when it was paid. */
    long totalBeforeChange() {
        long subtotal = subtotalBeforeChange();
        return subtotal + tax(subtotal);
    }

    long subtotalBeforeChange() {
        return repriced() ? subtotal() - REPRICED_BY : subtotal();
    }

    long balance() {
        return total() - paid(Long.MAX_VALUE);
    }

    /** What had been paid by the end of that day. */
    long paid(long epochDay) {
        long sum = 0;
        for (Payment payment : payments()) {
            sum += payment.appliedTo(place, epochDay);
        }
        return sum;
    }

    /** The day of the latest payment, or {@link Ticks#NONE}. */
    long lastPaidDay() {
        long last = Ticks.NONE;
        for (Payment payment : payments()) {
            last = payment.appliedTo(place, Long.MAX_VALUE) == 0 ? last : Math.max(last, payment.day());
        }
        return last;
    }

    private long lastPayment() {
        long last = Ticks.NONE;
        for (Payment payment : payments()) {
            last = payment.appliedTo(place, Long.MAX_VALUE) == 0 ? last : Math.max(last, payment.created());
        }
        return last;
    }

    /** Those of its round that it may be in. */
    private List<Payment> payments() {
        List<Payment> known = payments;
        if (known == null) {
            known = Payment.of(this);
            payments = known;
        }
        return known;
    }

    long day() {
        return job.completed() ? Ticks.day(job.completedOn()) : Ticks.day(created());
    }

    long created() {
        return kind == Kind.OF_JOB ? job.created() + Ticks.SECOND : job.created() + 20 * Ticks.MINUTE;
    }

    long modified() {
        long own = Math.max(created(), kind == Kind.OF_JOB ? job.completedOn() : Ticks.NONE);
        return world.modified(Entity.INVOICES, index, Math.max(own, lastPayment()));
    }

    /** One in sixty of those of visits was taken back, and with it nothing that costs. */
    boolean active() {
        boolean kept = kind != Kind.OF_JOB || job.kind != Job.Kind.VISIT || Chance.upTo(60, drawn, 9) != 0;
        return kept && !(kind == Kind.OF_JOB && job.deleted());
    }

    long itemId(Item item) {
        return Entity.INVOICE_ITEMS.id(index * InvoiceItem.IN_INVOICE + item.number());
    }
}
