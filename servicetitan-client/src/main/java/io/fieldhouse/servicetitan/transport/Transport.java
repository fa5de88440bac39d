package io.fieldhouse.servicetitan.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets an answer to a request, if there is one to be had before the deadline: logged in, in several tries. Thread-safe.
 */
public final class Transport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final double JITTER = 0.25;

    private final Address address;
    private final String appKey;
    private final Exchange exchange;
    private final Tokens tokens;
    private final ServiceTitanConfig.Retries retries;
    private final Set<WaitingCall> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Transport(ServiceTitanConfig config, LongSupplier nanoTime) {
        address = new Address(config);
        appKey = config.credentials().appKey();
        exchange = new Exchange(config);
        tokens = new Tokens(exchange, config, nanoTime);
        retries = config.retries();
    }

    private RetryPolicy<Object> again(Request request, boolean divisible, Deadline deadline) {
        return RetryPolicy.builder()
                .handleIf(thrown -> thrown instanceof ServiceTitanException failure
                        && !(divisible && failure.kind() == Kind.TOO_SLOW)
                        && helpsToWait(failure, deadline))
                .onRetryScheduled(retry -> LOG.warn(
                        "{} {} failed ({}): trying again in {} ms",
                        request.method(),
                        Failures.path(request),
                        retry.getLastException() instanceof ServiceTitanException failure ? failure.kind() : "?",
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
                .handleIf(thrown -> thrown instanceof ServiceTitanException failure
                        && failure.kind() == Kind.BAD_ANSWER
                        && failure.status() == 200)
                .onRetryScheduled(retry -> LOG.warn(
                        "The answer to {} {} could not be read: asking once more in {} ms",
                        request.method(),
                        Failures.path(request),
                        retry.getDelay().toMillis()))
                .withMaxRetries(Math.min(1, retries.attempts() - 1))
                .withDelay(retries.firstDelay())
                .build();
    }

    private boolean helpsToWait(ServiceTitanException failure, Deadline deadline) {
        return failure.isTransient()
                && !Failures.isNoRoom(failure)
                && stretched(toldToWait(failure), (1 - JITTER) / (1 + JITTER)).compareTo(deadline.left()) < 0;
    }

    /** How long an answer asks to wait; a negative time leaves it to the growing delay. */
    private Duration toldToWait(@Nullable Throwable thrown) {
        Duration unsaid = Duration.ofNanos(-1);
        if (!(thrown instanceof ServiceTitanException failure)) {
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

    /** What makes requests of the API's methods; they are sent through this only. */
    OkHttpClient requests() {
        return exchange.client();
    }

    /** Where the tenant's own is, by a path such as {@code reporting/v2/report-categories}. */
    public HttpUrl address(String path) {
        return address.of(path);
    }

    /** What a reader makes of the answer to a request. */
    public <T> T ask(Request request, Function<Answer, T> reader) {
        return ask(request, reader, new Traffic());
    }

    /**
     * What a reader makes of the answer to a request that has a pace of its own beside that of the client.
     *
     * @param turn what each try has to wait for
     */
    public <T> T ask(Request request, Function<Answer, T> reader, Turn turn) {
        return ask(request, reader, turn, false, new Traffic());
    }

    /** The same, where every try is counted. */
    <T> T ask(Request request, Function<Answer, T> reader, Traffic traffic) {
        return ask(request, reader, Turn.ANY_TIME, false, traffic);
    }

    /**
     * The same where less can be asked for instead, if it is too much for ServiceTitan: then it is not repeated.
     *
     * @param traffic counts every try
     */
    <T> T askDivisible(Request request, Function<Answer, T> reader, Traffic traffic) {
        return ask(request, reader, Turn.ANY_TIME, true, traffic);
    }

    /**
     * Says something that may just as well be left unsaid: one try, and no waiting to be let in.
     *
     * @param atMost how long that may take
     * @throws ServiceTitanException if it was not heard
     */
    public void tell(Request request, Duration atMost) {
        if (closed) {
            throw Failures.closed(request);
        }
        attempt(request, Deadline.in(atMost), new Traffic());
    }

    private <T> T ask(Request request, Function<Answer, T> reader, Turn turn, boolean divisible, Traffic traffic) {
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
                        if (!turn.await(deadline.left())) {
                            throw Failures.noRoom(request);
                        }
                        return reader.apply(attempt(request, deadline, traffic));
                    });
        } catch (ServiceTitanException e) {
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

    private Answer attempt(Request request, Deadline deadline, Traffic traffic) {
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
            if (answer.isSuccessful() && !answer.isHtml()) {
                return answer;
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

    private Request with(String token, Request request) {
        return request.newBuilder()
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", appKey)
                .header("Accept", "application/json")
                .build();
    }

    /** Gives up what is under way; what waits to be tried again is woken. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(WaitingCall::wake);
        exchange.close();
    }
}
