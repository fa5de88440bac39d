package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Threads;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.client.transport.Vendor.Unsent;
import io.fieldhouse.servicetitan.api.ExportPage;
import io.fieldhouse.servicetitan.api.ExportPages;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an export feed: each page says where the next one begins, and that is fetched while the page is taken. */
final class FeedReader<T> implements ExportPages<T> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private static final int RECENT = 1000;

    private final Resource<T> resource;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads.named("servicetitan-export"));
    private final UsageCounter usage = new UsageCounter();
    /** By what the last pages were asked, the oldest first: who goes in circles comes by one of these again. */
    private final Set<ByteString> recent = new LinkedHashSet<>();

    /** What the page under way was asked by. */
    private From from;

    private @Nullable Future<Decoded<T>> underWay;
    private @Nullable ExportPage<T> next;
    private @Nullable From fellBackTo;
    private boolean begun;
    private boolean finished;
    private boolean closed;
    private @Nullable RuntimeException failure;

    FeedReader(Resource<T> resource, From from) {
        this.resource = resource;
        this.from = from;
        if (from.isFallback()) {
            fellBackTo = from.fallback().orElse(null);
            LOG.warn(
                    "{} has no token to go on from: reading from {} on",
                    Failures.path(resource.template()),
                    from.start());
        }
        // A reading that nobody closed leaves no thread behind.
        worker.allowCoreThreadTimeOut(true);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !finished) {
            requireOpen();
            next = take();
        }
        return next != null;
    }

    @Override
    public ExportPage<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The reading came to its end");
        }
        ExportPage<T> page = Objects.requireNonNull(next);
        next = null;
        if (!page.hasMore()) {
            finished = true;
            close();
        }
        return page;
    }

    /** The next page, or null where the reading begins anew, from the fallback. */
    private @Nullable ExportPage<T> take() {
        if (underWay == null) {
            underWay = ask(from);
        }
        try {
            return accept(underWay.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Failures.unsent(resource.template(), Unsent.INTERRUPTED));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceTitanException refused && fallsBack(refused)) {
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

    private ExportPage<T> accept(Decoded<T> answer) {
        String askedBy = from.parameter().orElse("");
        String token = Objects.requireNonNullElse(answer.continueFrom(), "");
        remember(askedBy);
        if (answer.hasMore() && (token.isBlank() || recent.contains(digest(token)))) {
            throw Failures.badAnswer(
                    resource.request(from), "ServiceTitan reports more pages without a continuation token");
        }
        begun = true;
        underWay = null;
        if (answer.hasMore()) {
            from = from.next(token);
            underWay = ask(from);
        }
        return new ExportPage<>(answer.page(), token.isBlank() ? askedBy : token, answer.hasMore());
    }

    private void remember(String token) {
        recent.add(digest(token));
        if (recent.size() > RECENT) {
            recent.remove(recent.iterator().next());
        }
    }

    private static ByteString digest(String token) {
        return ByteString.encodeUtf8(token).sha256();
    }

    private Future<Decoded<T>> ask(From place) {
        return worker.submit(() -> resource.page(place, usage));
    }

    /** A token that is not taken any more is no reason to stop. */
    private boolean fallsBack(ServiceTitanException refused) {
        From fallback = from.fallback().orElse(null);
        if (begun || fallback == null || fellBackTo != null || refused.kind() != Kind.BAD_REQUEST) {
            return false;
        }
        LOG.warn("{} refuses the token to go on from: reading from {} on", refused.path(), fallback.start());
        fellBackTo = fallback;
        from = fallback;
        underWay = null;
        return true;
    }

    @Override
    public Optional<From> fellBackTo() {
        return Optional.ofNullable(fellBackTo);
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

    private RuntimeException failed(RuntimeException cause) {
        failure = cause;
        close();
        return cause;
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
    }
}
