package io.fieldhouse.client.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okio.Buffer;

/** What a page holds, while it is read: its items, where each of them lies, and what cannot be read. */
public final class PageItems<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private int[] bounds = new int[256];

    void add(T value, int begin, int end) {
        int at = 2 * values.size();
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = begin;
        bounds[at + 1] = end;
        values.add(value);
    }

    void setAside(Object id, Unreadable item) {
        misfits.add(new Misfit(values.size() + misfits.size(), id, item));
    }

    public List<Misfit> misfits() {
        return misfits;
    }

    /** The page of a body that nobody reads from any more. */
    public Page<T> page(Buffer whole) {
        List<Unreadable> unreadable = misfits.stream().map(Misfit::item).toList();
        return new Page<>(values, whole, Arrays.copyOf(bounds, 2 * values.size()), unreadable);
    }
}
