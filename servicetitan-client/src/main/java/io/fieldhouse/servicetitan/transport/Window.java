package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.servicetitan.api.Query;

/**
 * Part of a list, as ServiceTitan can be asked for it: a page of a size, and so no other places than the multiples of that
 * size.
 *
 * @param page which page, from 1
 * @param size how many items a page has
 */
record Window(int page, int size) {
    /** How many items come before it. */
    long begin() {
        return (page - 1L) * size;
    }

    /** How many items there are up to its end. */
    long end() {
        return (long) page * size;
    }

    /**
     * The window that reaches furthest of those that have the item of that place in them, and the one behind it.
     *
     * @param most the most items it should have; where none does, it has a few more
     */
    static Window with(long place, int most) {
        Window best = at(place, most);
        for (int size = most - 1; size >= Math.max(2, most / 2); size--) {
            Window other = at(place, size);
            best = other.end() > best.end() ? other : best;
        }
        // One by one, a size is soon found of which the next place is no multiple.
        for (int size = most + 1; best.end() <= place + 1 && size <= Query.LARGEST_PAGE; size++) {
            best = at(place, size);
        }
        return best;
    }

    private static Window at(long place, int size) {
        return new Window((int) (place / size + 1), size);
    }
}
