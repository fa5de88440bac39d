package io.fieldhouse.servicetitan.transport;

/**
 * Part of a list, as ServiceTitan can be asked for it: a page of a size, and so no other places than the multiples of that
 * size.
 *
 * @param page which page, from 1
 * @param size how many items a page has
 */
public record Window(int page, int size) {
    /** How many items come before it. */
    public long begin() {
        return (page - 1L) * size;
    }

    /** How many items there are up to its end. */
    public long end() {
        return (long) page * size;
    }

    /**
     * The window that reaches furthest of those that have the item of that place in them, and some behind it.
     *
     * @param behind how many of those, at least
     * @param most the most items it may have; more only where there is none, which takes very few
     */
    public static Window with(long place, int behind, int most) {
        Window best = at(place, most);
        for (int size = most - 1; size > 1 && (2 * size >= most || best.end() <= place + behind); size--) {
            best = further(at(place, size), best);
        }
        for (int size = most + 1; best.end() <= place + behind; size++) {
            best = at(place, size);
        }
        return best;
    }

    private static Window further(Window one, Window other) {
        return one.end() > other.end() ? one : other;
    }

    private static Window at(long place, int size) {
        return new Window((int) (place / size + 1), size);
    }
}
