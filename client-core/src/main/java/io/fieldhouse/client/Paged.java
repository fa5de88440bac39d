package io.fieldhouse.client;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An answer of any length. Nothing is asked until it is read, and each reading asks anew. Loaders take {@link #pages()},
 * which also hand out what cannot be read; people take the items, and get the client's exception at the first page that has
 * an item which cannot be read. Thread-safe; a single reading belongs to one thread.
 */
public final class Paged<T> implements Iterable<T> {
    private final Supplier<Pages<T>> reading;
    private final Items<T, Page<T>, Pages<T>> items;

    /**
     * Takes what begins a reading.
     *
     * @param failure makes the client's exception of what it says of an item that cannot be read
     */
    public Paged(Supplier<Pages<T>> reading, Function<String, RuntimeException> failure) {
        this.reading = reading;
        this.items = new Items<>(reading, Pages::close, page -> page, failure);
    }

    /** Begins a reading, page by page. Close it if you leave it before its end. */
    public Pages<T> pages() {
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
