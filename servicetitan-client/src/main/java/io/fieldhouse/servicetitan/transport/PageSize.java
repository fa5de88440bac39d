package io.fieldhouse.servicetitan.transport;

/** How many items to ask for at once: fewer where ServiceTitan is slow or sends fewer, more again where that went well. */
final class PageSize {
    private static final int SMALLEST = 10;
    private static final int GOOD_PAGES = 8;
    /** How often the smallest page may be too slow in a row. */
    private static final int PATIENCE = 3;

    private int most;
    private int now;
    private int smallest;
    private int goodPages;
    private int shortPages;
    private int slowPages;

    PageSize(int asked) {
        most = asked;
        now = asked;
        smallest = asked;
    }

    int now() {
        return now;
    }

    /** The fewest items that were ever asked for at once. */
    int smallest() {
        return smallest;
    }

    /** ServiceTitan sends no more than that. */
    void capAt(int limit) {
        most = Math.max(2, limit);
        now = Math.min(now, most);
        smallest = Math.min(smallest, now);
    }

    /** A page came, and more is behind it: two that are not full show a limit that nobody spoke of. */
    void took(int items, int full) {
        shortPages = items < full ? shortPages + 1 : 0;
        if (shortPages > 1) {
            capAt(items);
        }
        slowPages = 0;
        if (now < most && ++goodPages >= GOOD_PAGES) {
            now = Math.min(2 * now, most);
            goodPages = 0;
        }
    }

    /** Half as many, or as few as before; false where that did not help often enough. */
    boolean shrink() {
        goodPages = 0;
        if (now <= SMALLEST) {
            return ++slowPages < PATIENCE;
        }
        now = Math.max(SMALLEST, now / 2);
        smallest = Math.min(smallest, now);
        return true;
    }
}
