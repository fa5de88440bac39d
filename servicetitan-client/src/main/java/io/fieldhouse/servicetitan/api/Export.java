package io.fieldhouse.servicetitan.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An export feed: whatever changed, active or not, in about the order in which it changed. At least once: an item may come
 * again, also in an older state, so keep the one that was modified last. Nothing is asked until it is read, and each reading
 * asks anew. Loaders take {@link #pages()}, which also hand out where to go on and what cannot be read; people take the
 * items, and get a {@link ServiceTitanException} at the first page that has an item which cannot be read. Thread-safe; a
 * single reading belongs to one thread.
 */
public final class Export<T> implements Iterable<T> {
    private final String path;
    private final Supplier<ExportPages<T>> reading;

    /**
     * Takes what begins a reading.
     *
     * @param path what is asked, for a failure to name
     */
    public Export(String path, Supplier<ExportPages<T>> reading) {
        this.path = path;
        this.reading = reading;
    }

    /** Begins a reading, page by page, up to what is there now. Close it if you leave it before its end. */
    public ExportPages<T> pages() {
        return reading.get();
    }

    /** Begins a reading, item by item; to be read to its end. */
    @Override
    public Iterator<T> iterator() {
        return items(pages()).iterator();
    }

    /** Begins a reading, item by item. Close the stream if you leave it before its end. */
    public Stream<T> stream() {
        ExportPages<T> pages = pages();
        return items(pages).onClose(pages::close);
    }

    /** Reads everything into memory. */
    public List<T> list() {
        try (ExportPages<T> pages = pages()) {
            List<T> items = new ArrayList<>();
            pages.forEachRemaining(page -> items.addAll(page.items(path)));
            return items;
        }
    }

    private Stream<T> items(ExportPages<T> pages) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(page -> {
                    try {
                        return page.items(path).stream();
                    } catch (ServiceTitanException e) {
                        pages.close();
                        throw e;
                    }
                });
    }
}
