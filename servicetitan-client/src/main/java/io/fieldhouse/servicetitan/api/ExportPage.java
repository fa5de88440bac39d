package io.fieldhouse.servicetitan.api;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Unreadable;
import java.util.List;
import okio.ByteString;

/**
 * One page of an export feed. Store {@link #continueFrom} with what is in the page, in one transaction: it is where to go
 * on. Immutable.
 *
 * @param <T> what the items are
 */
public final class ExportPage<T> {
    private final Page<T> page;
    private final String continueFrom;
    private final boolean hasMore;

    /** Takes a page as it was read. */
    public ExportPage(Page<T> page, String continueFrom, boolean hasMore) {
        this.page = page;
        this.continueFrom = continueFrom;
        this.hasMore = hasMore;
    }

    /** The items, in ServiceTitan's order; some may have come before, and come again. */
    public List<T> items() {
        return page.items();
    }

    Page<T> page() {
        return page;
    }

    /** The JSON of one item, byte for byte as it came. */
    public ByteString json(int item) {
        return page.json(item);
    }

    /** The items that cannot be read, in ServiceTitan's order; they are not among {@link #items}. */
    public List<Unreadable> unreadable() {
        return page.unreadable();
    }

    /**
     * Where to go on behind this page, for {@link From#token}; empty where ServiceTitan names no place, as behind a feed that
     * was read from its beginning and has nothing in it.
     */
    public String continueFrom() {
        return continueFrom;
    }

    /** Whether more is there already; else ask again in some minutes. */
    public boolean hasMore() {
        return hasMore;
    }

    /** Says how many items there are, and nothing of what is in them. */
    @Override
    public String toString() {
        return "Export" + page;
    }
}
