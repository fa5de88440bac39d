package io.fieldhouse.tracktik.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An answer of any length. Nothing is asked until it is read, and each reading asks anew. Loaders take {@link #pages()};
 * people take the items. Thread-safe; a single reading belongs to one thread.
 */
public final class Paged<T> implements Iterable<T> {
    private final Supplier<Pages<T>> reading;

    public Paged(Supplier<Pages<T>> reading) {
        this.reading = reading;
    }

    /** Begins a reading, page by page. Close it if you leave it before its end. */
    public Pages<T> pages() {
        return reading.get();
    }

    /** Begins a reading, item by item; to be read to its end. */
    @Override
    public Iterator<T> iterator() {
        return items(pages()).iterator();
    }

    /** Begins a reading, item by item. Close the stream if you leave it before its end. */
    public Stream<T> stream() {
        Pages<T> pages = pages();
        return items(pages).onClose(pages::close);
    }

    /** Reads everything into memory. */
    public List<T> list() {
        try (Pages<T> pages = pages()) {
            List<T> items = new ArrayList<>();
            pages.forEachRemaining(page -> items.addAll(page.items()));
            return items;
        }
    }

    private static <T> Stream<T> items(Pages<T> pages) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(page -> page.items().stream());
    }
}
