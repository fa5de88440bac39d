package io.fieldhouse.tracktik.api;

import java.util.List;
import okio.Buffer;
import okio.ByteString;

/**
 * One page of an answer: its items, and the JSON of each as TrackTik sent it. Immutable.
 *
 * @param <T> what the items are
 */
public final class Page<T> {
    private final List<T> items;
    private final Buffer body;
    private final int[] bounds;
    private final long offset;
    private final long total;

    /**
     * Takes a page as it was read.
     *
     * @param body the whole answer, which nobody reads from or writes to any more
     * @param bounds where each item begins and ends in the body, in turn
     * @param offset how many items come before this page
     * @param total how many items there are in all, by TrackTik's count
     */
    public Page(List<T> items, Buffer body, int[] bounds, long offset, long total) {
        this.items = List.copyOf(items);
        this.body = body;
        this.bounds = bounds.clone();
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

    /** This page with some of its items only, in their order. */
    public Page<T> only(List<Integer> which) {
        int[] some = new int[2 * which.size()];
        for (int i = 0; i < which.size(); i++) {
            some[2 * i] = bounds[2 * which.get(i)];
            some[2 * i + 1] = bounds[2 * which.get(i) + 1];
        }
        long first = which.isEmpty() ? offset : offset + which.get(0);
        return new Page<>(which.stream().map(items::get).toList(), body, some, first, total);
    }

    /** How many items come before this page, in the part of the question that it belongs to. */
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
        return "Page[" + items.size() + " items from " + offset + " of " + total + "]";
    }
}
