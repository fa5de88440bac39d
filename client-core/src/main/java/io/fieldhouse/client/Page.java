package io.fieldhouse.client;

import java.util.List;
import okio.Buffer;
import okio.ByteString;

/**
 * One page of an answer: its items, the JSON of each as the vendor sent it, and what cannot be read as an item. Immutable.
 *
 * @param <T> what the items are
 */
public final class Page<T> {
    private final List<T> items;
    private final Buffer body;
    private final int[] bounds;
    private final List<Unreadable> unreadable;

    /**
     * Takes a page as it was read.
     *
     * @param body the whole answer, which nobody reads from or writes to any more
     * @param bounds where each item begins and ends in the body, in turn
     * @param unreadable what came among the items and cannot be read as one
     */
    public Page(List<T> items, Buffer body, int[] bounds, List<Unreadable> unreadable) {
        this.items = List.copyOf(items);
        this.body = body;
        this.bounds = bounds.clone();
        this.unreadable = List.copyOf(unreadable);
    }

    /** The items, in the vendor's order. */
    public List<T> items() {
        return items;
    }

    /** The JSON of one item, byte for byte as it came. */
    public ByteString json(int item) {
        int begin = bounds[2 * item];
        Buffer json = new Buffer();
        body.copyTo(json, begin, bounds[2 * item + 1] - begin);
        return json.readByteString();
    }

    /**
     * The items that cannot be read, in the vendor's order; they are not among {@link #items}. Each is handed out once in a
     * reading, as any item is.
     */
    public List<Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * This page with some of its items only, in their order.
     *
     * @param which the places of those in {@link #items}
     * @param whichUnreadable the places of those in {@link #unreadable}
     */
    public Page<T> only(List<Integer> which, List<Integer> whichUnreadable) {
        int[] some = new int[2 * which.size()];
        for (int i = 0; i < which.size(); i++) {
            some[2 * i] = bounds[2 * which.get(i)];
            some[2 * i + 1] = bounds[2 * which.get(i) + 1];
        }
        return new Page<>(
                which.stream().map(items::get).toList(),
                body,
                some,
                whichUnreadable.stream().map(unreadable::get).toList());
    }

    /** Says how many items there are, and nothing of what is in them. */
    @Override
    public String toString() {
        String aside = unreadable.isEmpty() ? "" : " and " + unreadable.size() + " unreadable";
        return "Page[" + items.size() + " items" + aside + "]";
    }
}
