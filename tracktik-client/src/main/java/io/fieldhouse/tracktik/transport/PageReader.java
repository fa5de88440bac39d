package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Pages;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question page by page, several pages ahead. The question is asked in parts that TrackTik accepts; what comes of
 * each part is a {@link Part}'s business. As many requests are in flight as are allowed, and two pages more are ready, so
 * that a slow page keeps no other waiting; memory holds those and no more.
 */
final class PageReader<T> implements Pages<T> {
    private static final int FEW = 2;
    private static final int SPARE = 2;

    private final Resource<T> resource;
    private final ThreadPoolExecutor workers;
    private final int pagesAhead;
    /** How many parts to have begun: the first page of a long one would only wait, where another could be read. */
    private int partsAhead = FEW;

    private final Iterator<Query> questions;
    private final Deque<Part<T>> parts = new ArrayDeque<>();
    private @Nullable Page<T> next;
    private boolean closed;

    PageReader(Resource<T> resource, Query query, int inFlight) {
        this.resource = resource;
        this.pagesAhead = inFlight + SPARE;
        this.workers = new ThreadPoolExecutor(
                inFlight, inFlight, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads.named("tracktik-pages"));
        // A reading that nobody closed leaves no threads behind.
        workers.allowCoreThreadTimeOut(true);
        this.questions = query.parts().iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !closed) {
            askAhead();
            Part<T> part = parts.peekFirst();
            if (part == null) {
                close();
            } else if (part.isExhausted()) {
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

    /** Keeps pages under way, in the order in which they will be taken. */
    private void askAhead() {
        int free = pagesAhead - parts.stream().mapToInt(Part::underWay).sum();
        for (Part<T> part : parts) {
            free -= part.ask(free);
        }
        while (free > 0 && parts.size() < partsAhead && questions.hasNext()) {
            Part<T> part = new Part<>(resource, workers, questions.next());
            parts.addLast(part);
            free -= part.ask(free);
        }
    }

    /** The part's next page, or null where there is none to hand out yet. */
    private @Nullable Page<T> take(Part<T> part) {
        Future<PageDecoder.Decoded<T>> answer = part.nextAnswer();
        try {
            Page<T> page = part.accept(answer.get());
            partsAhead = part.isShort() ? pagesAhead : FEW;
            return page == null || page.items().isEmpty() ? null : page;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw Failures.interrupted(
                    resource.request(part.question(), 0, part.question().pageSize()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrackTikException failure) {
                if (failure.kind() == Kind.TOO_SLOW && makeSmaller(part)) {
                    return null;
                }
                close();
                throw failure;
            }
            close();
            throw new IllegalStateException("A page could not be read", e.getCause());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** TrackTik gave up on the part: fewer days at a time, or fewer items. */
    private boolean makeSmaller(Part<T> part) {
        if (part.isUntouched()) {
            var halves = part.question().halves();
            if (!halves.isEmpty()) {
                part.giveUp();
                parts.removeFirst();
                for (int i = halves.size() - 1; i >= 0; i--) {
                    parts.addFirst(new Part<>(resource, workers, halves.get(i)));
                }
                return true;
            }
        }
        return part.halvePages();
    }

    @Override
    public void close() {
        closed = true;
        parts.forEach(Part::giveUp);
        parts.clear();
        workers.shutdownNow();
    }
}
