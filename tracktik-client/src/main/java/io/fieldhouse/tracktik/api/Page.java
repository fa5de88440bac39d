package io.fieldhouse.tracktik.api;

import java.util.List;
import okio.Buffer;
import okio.ByteString;

/**
 * One page of an answer: its items, the JSON of each as TrackTik sent it, and what cannot be read as an item. Immutable.
 *
 * @param <T> what the items are
 */
public final class Page<T> {
    private final List<T> items;
    private final Buffer body;
    private final int[] bounds;
    private final List<Unreadable> unreadable;
    private final long offset;
    private final long total;

    /**
     * Takes a page as it was read.
     *
     * @param body the whole answer, which nobody reads from or writes to any more
     * @param bounds where each item begins and ends in the body, in turn
     * @param unreadable what came among the items and cannot be read as one
     * @param offset how many items come before this page
     * @param total how many items there are in all, by TrackTik's count
     */
    public Page(List<T> items, Buffer body, int[] bounds, List<Unreadable> unreadable, long offset, long total) {
        this.items = List.copyOf(items);
        this.body = body;
        this.bounds = bounds.clone();
        this.unreadable = List.copyOf(unreadable);
        this.offset = offset;
        this.total = total;
    }

    /** The items, in TrackTik's order. */
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
     * The items that cannot be read, in TrackTik's order; they are not among {@link #items}. Each is handed out once in a
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
     * @param first how many items come before the first of them
     */
    public Page<T> only(List<Integer> which, List<Integer> whichUnreadable, long first) {
        int[] some = new int[2 * which.size()];
        for (int i = 0; i < which.size(); i++) {
            some[2 * i] = bounds[2 * which.get(i)];
            some[2 * i + 1] = bounds[2 * which.get(i) + 1];
        }
        return new Page<>(
                which.stream().map(items::get).toList(),
                body,
                some,
                whichUnreadable.stream().map(unreadable::get).toList(),
                first,
                total);
    }

    /** How many items come before this page, readable or not, in the part of the question that it belongs to. */
    public long offset() {
        return offset;
    }

    /**
     * How many items there are in the part of the question that this page belongs to, by TrackTik's count when it sent the
     * page. A question is asked in parts where it has many ids or days: see {@link Query}.
     */
    public long total() {
        return total;
    }

    /** Says where the page lies, and nothing of what is in it. */
    @Override
    public String toString() {
        String aside = unreadable.isEmpty() ? "" : " and " + unreadable.size() + " unreadable";
        return "Page[" + items.size() + " items" + aside + " from " + offset + " of " + total + "]";
    }
}
