package io.fieldhouse.client.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Pages;
import io.fieldhouse.client.transport.Vendor.Judgment;
import io.fieldhouse.client.transport.Vendor.Meaning;
import io.fieldhouse.client.transport.Vendor.Unsent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query page by page, several pages ahead. The query is asked in parts that the vendor accepts; what comes of each
 * part is a {@link Part}'s business. As many pages are under way or ready as requests may be in flight, and memory holds
 * those and no more.
 */
public final class Reading<T> implements Pages<T> {
    private static final int FEW = 2;

    private final Vendor vendor;
    private final Request request;
    private final ThreadPoolExecutor workers;
    private final int pagesAhead;
    /** How many parts to have begun: the first page of a long one would only wait, where another could be read. */
    private int partsAhead = FEW;

    private final Iterator<Part<T>> unbegun;
    private final Deque<Part<T>> parts = new ArrayDeque<>();
    private final UsageCounter usage = new UsageCounter();
    private long totalOfEndedParts;
    private @Nullable Page<T> next;
    private boolean finished;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /** Begins the parts of a query, one after the other. */
    public interface Parts<T> {
        Iterator<Part<T>> begin(ExecutorService workers, UsageCounter usage);
    }

    /**
     * Takes what is asked.
     *
     * @param request for failures to name
     */
    public Reading(Vendor vendor, Request request, Parts<T> parts, int inFlight) {
        this.vendor = vendor;
        this.request = request;
        this.pagesAhead = inFlight;
        this.workers = new ThreadPoolExecutor(
                inFlight,
                inFlight,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Threads.named(vendor.name() + "-pages"));
        // A reading that nobody closed leaves no threads behind.
        workers.allowCoreThreadTimeOut(true);
        this.unbegun = parts.begin(workers, usage);
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
        return usage.usage().requests();
    }

    @Override
    public long bytes() {
        return usage.usage().bytes();
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
        while (free > 0 && parts.size() < partsAhead && unbegun.hasNext()) {
            Part<T> part = unbegun.next();
            parts.addLast(part);
            free -= part.ask(free);
        }
    }

    /** The part's next page, or null where there is none to hand out yet. */
    private @Nullable Page<T> take(Part<T> part) {
        try {
            Page<T> page = part.take();
            replaceFirst(List.of(part.orElse()));
            partsAhead = part.isShort() ? pagesAhead : FEW;
            boolean bringsNothing =
                    page == null || (page.items().isEmpty() && page.unreadable().isEmpty());
            return bringsNothing ? null : page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(vendor.unsent(request, Unsent.INTERRUPTED));
        } catch (ExecutionException e) {
            List<Part<T>> smaller = isTooSlow(e.getCause()) ? part.smaller() : List.of();
            if (!smaller.isEmpty()) {
                replaceFirst(smaller);
                return null;
            }
            if (e.getCause() instanceof Error error) {
                close();
                throw error;
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

    private boolean isTooSlow(@Nullable Throwable thrown) {
        Judgment judged = vendor.judge(thrown);
        return judged != null && judged.meaning() == Meaning.TOO_SLOW;
    }

    private void replaceFirst(List<Part<T>> instead) {
        parts.removeFirst();
        for (int i = instead.size() - 1; i >= 0; i--) {
            parts.addFirst(instead.get(i));
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
