package io.fieldhouse.client.transport;

import dev.failsafe.RateLimiter;
import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.RateLimit;
import io.fieldhouse.client.transport.Vendor.Unsent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request once, at the configured pace and before a deadline. The thread that waits can be interrupted at any
 * moment, which ends the request.
 */
public final class Exchange implements AutoCloseable {
    private static final int LARGEST_ERROR_BODY = 64 << 10;
    /** Time-outs have the word first; this one ends what they do not see, such as a name that is looked up for ever. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** What it takes to find that there is nothing to wait for. */
    private static final Duration NO_WAIT = Duration.ofMillis(1);

    private final Vendor vendor;
    private final Observer observer;
    private final UsageCounter usage = new UsageCounter();
    private final String userAgent;
    private final OkHttpClient client;
    private final ConnectionPool connections = new ConnectionPool();
    private final RateLimiter<Object> pace;
    private final RateLimit sharedLimit;
    private final long largestBody;

    public Exchange(Vendor vendor, Pace pace, Bounds bounds, Hooks hooks) {
        this.vendor = vendor;
        this.observer = new Observer(vendor, hooks.listener());
        this.userAgent = userAgent(vendor, hooks.application());
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Threads.named(vendor.name() + "-http")));
        // Whoever asks is held back by the pace, not by a queue in here.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(connections)
                .connectTimeout(bounds.connectTimeout())
                .readTimeout(bounds.readTimeout())
                .writeTimeout(bounds.readTimeout())
                .callTimeout(bounds.callTimeout())
                .retryOnConnectionFailure(false)
                .proxyAuthenticator(Exchange::loginOfProxy);
        hooks.http().accept(builder);
        client = builder.dispatcher(dispatcher)
                // A redirect is a wrong address; following it would take the token elsewhere.
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.sharedLimit = hooks.rateLimit();
        this.pace = RateLimiter.smoothBuilder(pace.requests(), pace.time()).build();
        largestBody = bounds.largestBody();
    }

    /** The one that the program has set; a proxy that refuses it is not asked again. */
    private static @Nullable Request loginOfProxy(@Nullable Route route, Response refusal) throws IOException {
        return refusal.request().header("Proxy-Authorization") == null
                ? Authenticator.JAVA_NET_AUTHENTICATOR.authenticate(route, refusal)
                : null;
    }

    private static String userAgent(Vendor vendor, String application) {
        String version = Exchange.class.getPackage().getImplementationVersion();
        String ours = "fieldhouse-" + vendor.name() + (version == null ? "" : "/" + version);
        return application.isBlank() ? ours : application.strip() + " " + ours;
    }

    Observer observer() {
        return observer;
    }

    UsageCounter usage() {
        return usage;
    }

    OkHttpClient client() {
        return client;
    }

    /** Reads the answer into memory. */
    private Answer send(Request request, Deadline deadline) throws IOException {
        usage.sent();
        Call call = client.newCall(
                request.newBuilder().header("User-Agent", userAgent).build());
        deadline.bound(call.timeout());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    answer.complete(read(response));
                } catch (IOException | RuntimeException | Error e) {
                    // Also an Error, such as no memory left: whoever waits would wait for ever.
                    answer.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call failed, IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(deadline.left().toNanos() + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel();
            throw new InterruptedIOException("timeout");
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throwError(e.getCause());
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /** An Error, such as of a library in a wrong version, is none of the network's failures. OkHttp hides it in one. */
    private static void throwError(@Nullable Throwable thrown) {
        if (thrown == null) {
            return;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throwError(thrown.getCause());
        for (Throwable suppressed : thrown.getSuppressed()) {
            throwError(suppressed);
        }
    }

    /** The same, where a failure is the vendor's. */
    public Answer answer(Request request, Deadline deadline) {
        awaitTurn(request, deadline);
        long begun = System.nanoTime();
        try {
            Answer answer = send(request, deadline);
            usage.received(answer);
            observer.responded(request, answer, since(begun));
            return answer;
        } catch (IOException e) {
            RuntimeException failure = Thread.currentThread().isInterrupted()
                    ? vendor.unsent(request, Unsent.INTERRUPTED)
                    : vendor.unanswered(request, NoAnswer.of(e));
            observer.failed(request, failure, since(begun));
            throw failure;
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits for the client's own pace, and then for the limit that it shares. */
    private void awaitTurn(Request request, Deadline deadline) {
        Duration before = deadline.left();
        try {
            if (!pace.tryAcquirePermit(deadline.left()) || !sharedLimit.acquire(deadline.left())) {
                throw vendor.unsent(request, Unsent.NO_ROOM);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw vendor.unsent(request, Unsent.INTERRUPTED);
        }
        Duration waited = before.minus(deadline.left());
        if (waited.compareTo(NO_WAIT) > 0) {
            observer.waited(request, waited);
        }
    }

    private Answer read(Response response) throws IOException {
        long limit = response.isSuccessful() ? largestBody : LARGEST_ERROR_BODY;
        BufferedSource source = response.body().source();
        boolean tooLarge = source.request(limit + 1);
        if (tooLarge && response.isSuccessful()) {
            throw new BodyTooLargeException(limit);
        }
        Buffer body = new Buffer();
        body.write(source.getBuffer(), Math.min(limit, source.getBuffer().size()));
        return new Answer(response.code(), response.headers(), body);
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        connections.evictAll();
    }
}
