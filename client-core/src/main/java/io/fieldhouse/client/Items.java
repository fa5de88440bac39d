package io.fieldhouse.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of an answer of many pages, one after the other. Who takes items only must not take some of them for all: a page
 * with an item that cannot be read is a failure.
 *
 * @param <T> what the items are
 * @param <P> what the pages are
 * @param <R> a reading
 */
public final class Items<T, P, R extends Iterator<P>> {
    private final Supplier<R> reading;
    private final Consumer<R> close;
    private final Function<P, Page<T>> page;
    private final Function<String, RuntimeException> failure;

    public Items(
            Supplier<R> reading,
            Consumer<R> close,
            Function<P, Page<T>> page,
            Function<String, RuntimeException> failure) {
        this.reading = reading;
        this.close = close;
        this.page = page;
        this.failure = failure;
    }

    /** Begins a reading; closing the stream closes it. */
    public Stream<T> stream() {
        R pages = reading.get();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(one -> readable(pages, one).stream())
                .onClose(() -> close.accept(pages));
    }

    /** Reads everything into memory. */
    public List<T> list() {
        List<T> items = new ArrayList<>();
        try (Stream<T> all = stream()) {
            all.forEach(items::add);
        }
        return items;
    }

    private List<T> readable(R pages, P one) {
        Page<T> read = page.apply(one);
        if (read.unreadable().isEmpty()) {
            return read.items();
        }
        close.accept(pages);
        throw failure.apply(read.unreadable().size() + " of "
                + (read.items().size() + read.unreadable().size())
                + " items of a page cannot be read, the first for "
                + read.unreadable().get(0).reason()
                + ". pages() returns them separately");
    }
}
