package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items that were taken and have no id to tell them by, in their order. Some of them may be alike. */
final class Nameless {
    /** Where nothing with an id was taken behind it yet. */
    private static final long END = Long.MAX_VALUE;

    /** An item, and the number of the next one that has an id; where ids are no numbers in order, 0 for any. */
    private record Item(Likeness likeness, long before) {}

    private final List<Item> items = new ArrayList<>();
    private final Map<Likeness, Integer> alike = new HashMap<>();
    private int unique;

    int size() {
        return items.size();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Takes one in among the others. */
    void add(int index, Likeness likeness) {
        items.add(index, new Item(likeness, index < items.size() ? items.get(index).before : END));
        int many = alike.merge(likeness, 1, Integer::sum);
        unique += many == 1 ? 1 : many == 2 ? -1 : 0;
    }

    /** An item that has an id was taken behind them all. */
    void close(long number) {
        for (int i = items.size() - 1; i >= 0 && items.get(i).before == END; i--) {
            items.set(i, new Item(items.get(i).likeness, number));
        }
    }

    /** The first one behind the item of that number. */
    int firstBehind(long number) {
        int first = items.size();
        while (first > 0 && items.get(first - 1).before > number) {
            first--;
        }
        return first;
    }

    /** How many there are behind the last item that has an id. */
    int sinceId() {
        return items.size() - firstBehind(END - 1);
    }

    /** The next one like that, or -1. */
    int find(Likeness likeness, int from) {
        for (int i = from; i < items.size(); i++) {
            if (items.get(i).likeness.equals(likeness)) {
                return i;
            }
        }
        return -1;
    }

    boolean isUnique(Object likeness) {
        return alike.getOrDefault(likeness, 0) == 1;
    }

    /** Whether there is one that none is like. */
    boolean hasUnique() {
        return unique > 0;
    }
}
