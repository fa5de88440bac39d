package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Page;
import io.fieldhouse.servicetitan.api.Pages;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question page by page, several pages ahead. The question is asked in parts that ServiceTitan accepts; what comes of
 * each part is a {@link Part}'s business. As many pages are under way or ready as requests may be in flight, and memory
 * holds those and no more.
 */
final class PageReader<T> implements Pages<T> {
    private static final int FEW = 2;

    private final Resource<T> resource;
    private final Listing listing;
    private final ThreadPoolExecutor workers;
    private final int pagesAhead;
    /** How many parts to have begun: the first page of a long one would only wait, where another could be read. */
    private int partsAhead = FEW;

    private final Iterator<Query> questions;
    private final Deque<Part<T>> parts = new ArrayDeque<>();
    private final Traffic traffic = new Traffic();
    private long totalOfEndedParts;
    private @Nullable Page<T> next;
    private boolean finished;
    private boolean closed;
    private @Nullable RuntimeException failure;

    PageReader(Resource<T> resource, Listing listing, Query query, int inFlight) {
        this.resource = resource;
        this.listing = listing;
        this.pagesAhead = inFlight;
        this.workers = new ThreadPoolExecutor(
                inFlight,
                inFlight,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Threads.named("servicetitan-pages"));
        // A reading that nobody closed leaves no threads behind.
        workers.allowCoreThreadTimeOut(true);
        this.questions = query.parts().iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !finished) {
            requireOpen();
            askAhead();
            Part<T> part = parts.peekFirst();
            if (part == null) {
                finished = true;
                close();
            } else if (part.isExhausted()) {
                totalOfEndedParts += part.total();
                parts.removeFirst();
            } else {
                next = take(part);
            }
        }
        return next != null;
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The reading came to its end");
        }
        Page<T> page = next;
        next = null;
        return Objects.requireNonNull(page);
    }

    @Override
    public long total() {
        return totalOfEndedParts + parts.stream().mapToLong(Part::total).sum();
    }

    @Override
    public long requests() {
        return traffic.requests();
    }

    @Override
    public long bytes() {
        return traffic.bytes();
    }

    /** A reading that was cut short must not look like one that came to its end. */
    private void requireOpen() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw closedEarly();
        }
    }

    private static IllegalStateException closedEarly() {
        return new IllegalStateException("This reading was closed before it came to its end: begin another.");
    }

    /** Keeps pages under way, in the order in which they will be taken. */
    private void askAhead() {
        int free = pagesAhead - parts.stream().mapToInt(Part::underWay).sum();
        for (Part<T> part : parts) {
            free -= part.ask(free);
        }
        while (free > 0 && parts.size() < partsAhead && questions.hasNext()) {
            Part<T> part = begin(questions.next());
            parts.addLast(part);
            free -= part.ask(free);
        }
    }

    private Part<T> begin(Query question) {
        Lookahead<T> ahead = new Lookahead<>(resource, listing, workers, question, traffic);
        OptionalInt asked = question.pageSize();
        return listing.sorted()
                ? new SortedPart<>(ahead, asked.isPresent() ? PageSize.of(asked.getAsInt()) : PageSize.usual())
                : new CountedPart<>(ahead, PageSize.of(asked.orElse(Query.LARGEST_PAGE)));
    }

    /** The part's next page, or null where there is none to hand out yet. */
    private @Nullable Page<T> take(Part<T> part) {
        try {
            Page<T> page = part.accept(part.nextAnswer().get());
            parts.removeFirst();
            parts.addFirst(part.orElse());
            partsAhead = part.isExhausted() ? pagesAhead : FEW;
            boolean bringsNothing =
                    page == null || (page.items().isEmpty() && page.unreadable().isEmpty());
            return bringsNothing ? null : page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(resource.interrupted());
        } catch (ExecutionException e) {
            boolean tooSlow = e.getCause() instanceof ServiceTitanException refused && refused.kind() == Kind.TOO_SLOW;
            if (tooSlow && part.askForLess()) {
                return null;
            }
            throw failed(
                    e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException("A page could not be read", e.getCause()));
        } catch (CancellationException e) {
            throw closedEarly();
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(RuntimeException cause) {
        failure = cause;
        close();
        return cause;
    }

    @Override
    public void close() {
        closed = true;
        parts.forEach(Part::giveUp);
        parts.clear();
        workers.shutdownNow();
    }
}
