package io.fieldhouse.tracktik.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimitExceededException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Gets an answer to a request, if there is one to be had: at the configured pace, logged in, in several tries. */
final class Transport implements AutoCloseable {
    private static final double JITTER = 0.25;

    private final Exchange exchange;
    private final Tokens tokens;
    private final FailsafeExecutor<Object> persistently;

    Transport(TrackTikConfig config, LongSupplier nanoTime) {
        exchange = new Exchange(config);
        tokens = new Tokens(exchange, config, nanoTime);
        TrackTikConfig.Retries retries = config.retries();
        RetryPolicy<Object> again = RetryPolicy.builder()
                .handleIf(thrown ->
                        thrown instanceof TrackTikException failure && helpsToWait(failure, retries.deadline()))
                .withMaxAttempts(retries.attempts())
                .withMaxDuration(retries.deadline())
                .withBackoff(retries.firstDelay(), retries.longestDelay())
                .withJitter(JITTER)
                .withDelayFn(attempt -> toldToWait(attempt.getLastException(), retries.rateLimitDelay()))
                .build();
        // What cannot be read may have been mangled on its way; if it comes so again, it was meant so.
        RetryPolicy<Object> onceMore = RetryPolicy.builder()
                .handleIf(thrown -> thrown instanceof TrackTikException failure
                        && failure.kind() == Kind.BAD_ANSWER
                        && failure.status() == 200)
                .withMaxRetries(Math.min(1, retries.attempts() - 1))
                .withDelay(retries.firstDelay())
                .build();
        RateLimiter<Object> pace = RateLimiter.smoothBuilder(config.pace().requestsPerMinute(), Duration.ofMinutes(1))
                .withMaxWaitTime(retries.deadline())
                .build();
        persistently = Failsafe.with(again, onceMore, pace);
    }

    /** A question that is too much for TrackTik has to be made smaller, not repeated. */
    private static boolean helpsToWait(TrackTikException failure, Duration deadline) {
        return failure.isTransient()
                && failure.kind() != Kind.TOO_SLOW
                && failure.retryAfter().orElse(Duration.ZERO).compareTo(deadline) < 0;
    }

    /** How long a 429 asks to wait; a negative time leaves it to the growing delay. */
    private static Duration toldToWait(@Nullable Throwable thrown, Duration unsaid) {
        if (!(thrown instanceof TrackTikException failure)) {
            return Duration.ofNanos(-1);
        }
        return failure.retryAfter().orElse(failure.kind() == Kind.RATE_LIMITED ? unsaid : Duration.ofNanos(-1));
    }

    /** What makes requests of the API's methods; they are sent through {@link #get} only. */
    Call.Factory requests() {
        return exchange.client();
    }

    /** What a reader makes of the answer to a request. */
    <T> T get(Request request, Function<Buffer, T> reader) {
        AtomicInteger attempts = new AtomicInteger();
        try {
            return persistently.get(() -> {
                attempts.incrementAndGet();
                return reader.apply(attempt(request));
            });
        } catch (TrackTikException e) {
            throw e.after(attempts.get());
        } catch (RateLimitExceededException e) {
            throw Failures.about(Kind.RATE_LIMITED, request).build();
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw Failures.interrupted(request);
            }
            throw e;
        }
    }

    private Buffer attempt(Request request) {
        try {
            String token = tokens.current();
            Answer answer = exchange.send(with(token, request));
            if (answer.status() == 401) {
                answer = exchange.send(with(tokens.insteadOf(token), request));
            }
            if (answer.isSuccessful()) {
                return answer.body();
            }
            throw Failures.of(request, answer);
        } catch (IOException e) {
            throw Failures.of(request, e);
        }
    }

    private static Request with(String token, Request request) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
