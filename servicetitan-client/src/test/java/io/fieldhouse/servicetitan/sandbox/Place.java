package io.fieldhouse.servicetitan.sandbox;

/** Where a customer has something painted: one place each, and every fifth has two. */
final class Place {
    private Place() {}

    /** The first place of a customer, by index. */
    static long first(long customer) {
        return customer + (customer + 4) / 5;
    }

    static long customer(long place) {
        long group = place / 6;
        long within = place % 6;
        return group * 5 + Math.max(0, within - 1);
    }

    static long count(long customers) {
        return first(customers);
    }

    static long ofDeal(Deal deal) {
        long customer = deal.customer();
        boolean second = customer % 5 == 0 && deal.index % 4 == 3;
        return first(customer) + (second ? 1 : 0);
    }
}
