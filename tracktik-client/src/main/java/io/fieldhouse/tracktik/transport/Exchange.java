package io.fieldhouse.tracktik.transport;

import dev.failsafe.RateLimiter;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
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
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request once, at the configured pace and before a deadline. The thread that waits can be interrupted at any
 * moment, which ends the request.
 */
final class Exchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int LARGEST_ERROR_BODY = 64 << 10;
    /** Time-outs have the word first; this one ends what they do not see, such as a name that is looked up for ever. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Shorter waits are the pace itself. */
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);

    private final OkHttpClient client;
    private final RateLimiter<Object> pace;
    private final long largestBody;

    Exchange(TrackTikConfig config) {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads.named("tracktik-http")));
        // Whoever asks is held back by the pace, not by a queue in here.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        TrackTikConfig.Bounds bounds = config.bounds();
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(bounds.connectTimeout())
                .readTimeout(bounds.readTimeout())
                .writeTimeout(bounds.readTimeout())
                .callTimeout(bounds.callTimeout())
                // A redirect is a wrong address; following it would take the token elsewhere.
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxyAuthenticator(Exchange::loginOfProxy)
                .build();
        pace = RateLimiter.smoothBuilder(config.pace().requestsPerMinute(), Duration.ofMinutes(1))
                .build();
        largestBody = bounds.largestBody();
    }

    /** The one that the program has set; a proxy that refuses it is not asked again. */
    private static @Nullable Request loginOfProxy(@Nullable Route route, Response refusal) throws IOException {
        return refusal.request().header("Proxy-Authorization") == null
                ? Authenticator.JAVA_NET_AUTHENTICATOR.authenticate(route, refusal)
                : null;
    }

    OkHttpClient client() {
        return client;
    }

    Answer send(Request request, Deadline deadline) throws IOException {
        awaitTurn(request, deadline);
        Call call = client.newCall(request);
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
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private void awaitTurn(Request request, Deadline deadline) throws InterruptedIOException {
        Duration before = deadline.left();
        try {
            if (!pace.tryAcquirePermit(deadline.left())) {
                throw Failures.about(Kind.RATE_LIMITED, request)
                        .explanation("The client's own pace has no room for it before the deadline")
                        .build();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        Duration waited = before.minus(deadline.left());
        if (waited.compareTo(WORTH_A_LINE) > 0) {
            LOG.info(
                    "{} {} waited {} ms for its turn",
                    request.method(),
                    request.url().encodedPath(),
                    waited.toMillis());
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

    /** An answer beyond what is read into memory. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        BodyTooLargeException(long limit) {
            super("The answer has more than " + limit + " bytes");
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
