package io.fieldhouse.servicetitan.sandbox;

import java.util.Arrays;
import java.util.Comparator;

/** The indexes of some rows in the order of a key, and the keys in that order. */
final class Order {
    private final long[] indexes;
    private final long[] keys;

    private Order(long[] indexes, long[] keys) {
        this.indexes = indexes;
        this.keys = keys;
    }

    /** Of the first so many of both; what is equal stays as it was. */
    static Order of(long[] indexes, long[] keys, int count) {
        Integer[] places = new Integer[count];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparingLong(place -> keys[place]));
        long[] sorted = new long[count];
        long[] sortedKeys = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = indexes[places[i]];
            sortedKeys[i] = keys[places[i]];
        }
        return new Order(sorted, sortedKeys);
    }

    int size() {
        return indexes.length;
    }

    /** The index of the row at a place. */
    long index(int place) {
        return indexes[place];
    }

    /** The first place whose key is at least that. */
    int from(long least) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
