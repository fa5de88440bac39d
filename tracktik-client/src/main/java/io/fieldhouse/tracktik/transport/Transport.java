package io.fieldhouse.tracktik.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets an answer to a request, if there is one to be had before the deadline: logged in, in several tries. */
final class Transport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final double JITTER = 0.25;

    private final Exchange exchange;
    private final Tokens tokens;
    private final TrackTikConfig.Retries retries;
    private final Set<WaitingCall> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Transport(TrackTikConfig config, LongSupplier nanoTime) {
        exchange = new Exchange(config);
        tokens = new Tokens(exchange, config, nanoTime);
        retries = config.retries();
    }

    private RetryPolicy<Object> again(Request request, boolean divisible, Deadline deadline) {
        return RetryPolicy.builder()
                .handleIf(thrown -> thrown instanceof TrackTikException failure
                        && !(divisible && failure.kind() == Kind.TOO_SLOW)
                        && helpsToWait(failure, deadline))
                .onRetryScheduled(retry -> LOG.warn(
                        "{} {} failed ({}): trying again in {} ms",
                        request.method(),
                        request.url().encodedPath(),
                        retry.getLastException() instanceof TrackTikException failure ? failure.kind() : "?",
                        retry.getDelay().toMillis()))
                .withMaxAttempts(retries.attempts())
                .withMaxDuration(retries.deadline())
                .withBackoff(retries.firstDelay(), retries.longestDelay())
                .withJitter(JITTER)
                .withDelayFn(attempt -> stretched(toldToWait(attempt.getLastException()), 1 - JITTER))
                .build();
    }

    /** What cannot be read may have been mangled on its way; if it comes so again, it was meant so. */
    private RetryPolicy<Object> onceMore(Request request) {
        return RetryPolicy.builder()
                .handleIf(thrown -> thrown instanceof TrackTikException failure
                        && failure.kind() == Kind.BAD_ANSWER
                        && failure.status() == 200)
                .onRetryScheduled(retry -> LOG.warn(
                        "The answer to {} {} could not be read: asking once more in {} ms",
                        request.method(),
                        request.url().encodedPath(),
                        retry.getDelay().toMillis()))
                .withMaxRetries(Math.min(1, retries.attempts() - 1))
                .withDelay(retries.firstDelay())
                .build();
    }

    private boolean helpsToWait(TrackTikException failure, Deadline deadline) {
        return failure.isTransient()
                && stretched(toldToWait(failure), (1 - JITTER) / (1 + JITTER)).compareTo(deadline.left()) < 0;
    }

    /** How long an answer asks to wait; a negative time leaves it to the growing delay. */
    private Duration toldToWait(@Nullable Throwable thrown) {
        Duration unsaid = Duration.ofNanos(-1);
        if (!(thrown instanceof TrackTikException failure)) {
            return unsaid;
        }
        Duration told =
                failure.retryAfter().orElse(failure.kind() == Kind.RATE_LIMITED ? retries.rateLimitDelay() : unsaid);
        return told.isNegative() || told.compareTo(retries.firstDelay()) > 0 ? told : retries.firstDelay();
    }

    /** So long that jitter, which may shorten it by as much, does not bring it below what was said. */
    private static Duration stretched(Duration told, double share) {
        return told.isNegative() ? told : Duration.ofNanos((long) (told.toNanos() / share));
    }

    /** What makes requests of the API's methods; they are sent through {@link #get} only. */
    OkHttpClient requests() {
        return exchange.client();
    }

    /**
     * What a reader makes of the answer to a request.
     *
     * @param divisible whether less can be asked for instead, where it is too much for TrackTik; else it is repeated
     * @param traffic counts every try
     */
    <T> T get(Request request, Function<Buffer, T> reader, boolean divisible, Traffic traffic) {
        AtomicInteger attempts = new AtomicInteger();
        Deadline deadline = Deadline.in(retries.deadline());
        WaitingCall call = new WaitingCall();
        underWay.add(call);
        try {
            if (closed) {
                throw Failures.closed(request);
            }
            return Failsafe.with(again(request, divisible, deadline), onceMore(request))
                    .get(context -> {
                        attempts.incrementAndGet();
                        return reader.apply(attempt(request, deadline, traffic));
                    });
        } catch (TrackTikException e) {
            throw closed ? Failures.closed(request) : e.after(attempts.get());
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                if (closed) {
                    throw Failures.closed(request);
                }
                Thread.currentThread().interrupt();
                throw Failures.interrupted(request);
            }
            throw e;
        } finally {
            underWay.remove(call);
            call.end();
        }
    }

    private Buffer attempt(Request request, Deadline deadline, Traffic traffic) {
        try {
            String token = tokens.current(deadline);
            Answer answer = send(with(token, request), deadline, traffic);
            if (answer.status() == 401) {
                String other = tokens.insteadOf(token, deadline);
                answer = other.equals(token) ? answer : send(with(other, request), deadline, traffic);
            }
            if (answer.status() != 401) {
                tokens.accepted();
            }
            if (answer.isSuccessful()) {
                return answer.body();
            }
            throw Failures.of(request, answer);
        } catch (IOException e) {
            throw Failures.of(request, e);
        }
    }

    private Answer send(Request request, Deadline deadline, Traffic traffic) throws IOException {
        traffic.sent();
        Answer answer = exchange.send(request, deadline);
        traffic.received(answer);
        return answer;
    }

    private static Request with(String token, Request request) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    /** Gives up what is under way; what waits to be tried again is woken. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(WaitingCall::wake);
        exchange.close();
    }
}
