package io.fieldhouse.client.transport;

/**
 * How many items to ask for at once: fewer where the vendor is slow or sends fewer, or where nobody said how many and they
 * weigh much; more again where what was slow went well.
 */
public final class PageSize {
    private static final int SMALLEST = 10;
    private static final int USUAL = 1000;
    /** Several pages are in memory at once, and parsed weigh some times as much; a heap of 64 MB has room for these. */
    private static final int USUAL_BYTES = 300_000;

    private static final int FEWEST_OF_WEIGHT = 100;
    private static final int GOOD_PAGES = 8;
    /** How often the smallest page may be too slow in a row. */
    private static final int PATIENCE = 3;

    private final long mostBytes;
    private int most;
    private int now;
    private int smallest;
    private int goodPages;
    private int shortPages;
    private int slowPages;

    private PageSize(int asked, long mostBytes) {
        this.mostBytes = mostBytes;
        most = asked;
        now = asked;
        smallest = asked;
    }

    /** So many, whatever they weigh. */
    public static PageSize of(int items) {
        return new PageSize(items, Long.MAX_VALUE);
    }

    /** A thousand, or fewer that weigh as much as such pages usually do. */
    public static PageSize usual() {
        return new PageSize(USUAL, USUAL_BYTES);
    }

    public int now() {
        return now;
    }

    /** The fewest items that were ever asked for at once. */
    public int smallest() {
        return smallest;
    }

    /** The vendor sends no more than that; 0 where it does not say. */
    public void capAt(int limit) {
        if (limit > 0 && limit < most) {
            most = Math.max(2, limit);
            now = Math.min(now, most);
            smallest = Math.min(smallest, now);
        }
    }

    /** A page came, and more is behind it: two that are not full show a limit that nobody spoke of. */
    public void took(int items, int full, long bytes) {
        shortPages = items < full ? shortPages + 1 : 0;
        if (shortPages > 1) {
            capAt(items);
        }
        if (bytes > mostBytes && items > FEWEST_OF_WEIGHT) {
            capAt(Math.max(FEWEST_OF_WEIGHT, (int) (items * mostBytes / bytes)));
        }
        slowPages = 0;
        if (now < most && ++goodPages >= GOOD_PAGES) {
            now = Math.min(2 * now, most);
            goodPages = 0;
        }
    }

    /** Half as many, or as few as before; false where that did not help often enough. */
    public boolean shrink() {
        goodPages = 0;
        if (now <= SMALLEST) {
            return ++slowPages < PATIENCE;
        }
        now = Math.max(SMALLEST, now / 2);
        smallest = Math.min(smallest, now);
        return true;
    }
}
