package io.fieldhouse.servicetitan.api;

import io.fieldhouse.client.Items;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An export feed: whatever changed, active or not, in about the order in which it changed. At least once: an item may come
 * again, also in an older state, so keep the one that was modified last. Nothing is asked until it is read, and each reading
 * asks anew. Loaders take {@link #pages()}, which also hand out where to go on and what cannot be read; people take the
 * items, and get a {@link ServiceTitanException} at the first page that has an item which cannot be read. Thread-safe; a
 * single reading belongs to one thread.
 */
public final class Export<T> implements Iterable<T> {
    private final Supplier<ExportPages<T>> reading;
    private final Items<T, ExportPage<T>, ExportPages<T>> items;

    /**
     * Takes what begins a reading.
     *
     * @param failure makes the exception of what it says of an item that cannot be read
     */
    public Export(Supplier<ExportPages<T>> reading, Function<String, RuntimeException> failure) {
        this.reading = reading;
        this.items = new Items<>(reading, ExportPages::close, ExportPage::page, failure);
    }

    /** Begins a reading, page by page, up to what is there now. Close it if you leave it before its end. */
    public ExportPages<T> pages() {
        return reading.get();
    }

    /** Begins a reading, item by item; to be read to its end. */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** Begins a reading, item by item. Close the stream if you leave it before its end. */
    public Stream<T> stream() {
        return items.stream();
    }

    /** Reads everything into memory. */
    public List<T> list() {
        return items.list();
    }
}
