package io.fieldhouse.client.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fieldhouse.client.RateLimit;
import io.fieldhouse.client.Retries;
import io.fieldhouse.client.Usage;
import io.fieldhouse.client.transport.Vendor.Judgment;
import io.fieldhouse.client.transport.Vendor.Meaning;
import io.fieldhouse.client.transport.Vendor.Unsent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Gets an answer to a request, if there is one to be had before the deadline: logged in, in several tries. Thread-safe.
 */
public final class Transport implements AutoCloseable {
    private static final double JITTER = 0.25;

    private final Vendor vendor;
    private final Exchange exchange;
    private final TokenSource tokens;
    private final Retries retries;
    private final Set<WaitingCall> underWay;
    private final AtomicBoolean closed;

    public Transport(Vendor vendor, Exchange exchange, TokenSource tokens, Retries retries) {
        this(vendor, exchange, tokens, retries, ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    }

    private Transport(
            Vendor vendor,
            Exchange exchange,
            TokenSource tokens,
            Retries retries,
            Set<WaitingCall> underWay,
            AtomicBoolean closed) {
        this.vendor = vendor;
        this.exchange = exchange;
        this.tokens = tokens;
        this.retries = retries;
        this.underWay = underWay;
        this.closed = closed;
    }

    /** The same with other retries; connections, token, pace and end are common to both. */
    public Transport with(Retries other) {
        return new Transport(vendor, exchange, tokens, other, underWay, closed);
    }

    /** What was sent so far. */
    public Usage usage() {
        return exchange.usage().usage();
    }

    private RetryPolicy<Object> again(Request request, boolean divisible, Deadline deadline) {
        return RetryPolicy.builder()
                .handleIf(thrown -> helpsToWait(vendor.judge(thrown), divisible, deadline))
                .onRetryScheduled(
                        retry -> exchange.observer().retrying(request, retry.getLastException(), retry.getDelay()))
                .withMaxAttempts(retries.attempts())
                .withMaxDuration(retries.deadline())
                .withBackoff(retries.firstDelay(), retries.longestDelay())
                .withJitter(JITTER)
                .withDelayFn(attempt -> stretched(toldToWait(vendor.judge(attempt.getLastException())), 1 - JITTER))
                .build();
    }

    /** What cannot be read may have been mangled on its way; if it comes so again, it was meant so. */
    private RetryPolicy<Object> onceMore(Request request) {
        return RetryPolicy.builder()
                .handleIf(thrown -> {
                    Judgment judged = vendor.judge(thrown);
                    return judged != null && judged.meaning() == Meaning.UNUSABLE;
                })
                .onRetryScheduled(
                        retry -> exchange.observer().retrying(request, retry.getLastException(), retry.getDelay()))
                .withMaxRetries(Math.min(1, retries.attempts() - 1))
                .withDelay(retries.firstDelay())
                .build();
    }

    private boolean helpsToWait(@Nullable Judgment judged, boolean divisible, Deadline deadline) {
        if (judged == null) {
            return false;
        }
        return switch (judged.meaning()) {
            case UNUSABLE, PRIVATE, FINAL -> false;
            case TOO_SLOW -> !divisible && isInTime(judged, deadline);
            case TRANSIENT, RATE_LIMITED -> isInTime(judged, deadline);
        };
    }

    private boolean isInTime(Judgment judged, Deadline deadline) {
        Duration left = deadline.left();
        return !left.isZero()
                && stretched(toldToWait(judged), (1 - JITTER) / (1 + JITTER)).compareTo(left) < 0;
    }

    /** How long an answer asks to wait; a negative time leaves it to the growing delay. */
    private Duration toldToWait(@Nullable Judgment judged) {
        Duration unsaid = Duration.ofNanos(-1);
        if (judged == null) {
            return unsaid;
        }
        Duration said = judged.retryAfter();
        Duration told =
                said != null ? said : judged.meaning() == Meaning.RATE_LIMITED ? retries.rateLimitDelay() : unsaid;
        return told.isNegative() || told.compareTo(retries.firstDelay()) > 0 ? told : retries.firstDelay();
    }

    /** So long that jitter, which may shorten it by as much, does not bring it below what was said. */
    private static Duration stretched(Duration told, double share) {
        return told.isNegative() ? told : Duration.ofNanos((long) (told.toNanos() / share));
    }

    /** What makes requests of the API's methods; they are sent through this only. */
    public OkHttpClient requests() {
        return exchange.client();
    }

    /** What a reader makes of the answer to a request. */
    public <T> T ask(Request request, Function<Answer, T> reader) {
        return ask(request, reader, new UsageCounter());
    }

    /**
     * What a reader makes of the answer to a request that has a pace of its own beside that of the client.
     *
     * @param limit what each try has to wait for
     */
    public <T> T ask(Request request, Function<Answer, T> reader, RateLimit limit) {
        return ask(request, reader, limit, false, new UsageCounter());
    }

    /** The same, where every try is counted. */
    public <T> T ask(Request request, Function<Answer, T> reader, UsageCounter usage) {
        return ask(request, reader, RateLimit.NONE, false, usage);
    }

    /**
     * The same where less can be asked for instead, if it is too much for the vendor: then it is not repeated.
     *
     * @param usage counts every try
     */
    public <T> T askDivisible(Request request, Function<Answer, T> reader, UsageCounter usage) {
        return ask(request, reader, RateLimit.NONE, true, usage);
    }

    /**
     * Says something that may just as well be left unsaid: one try, and no waiting to be let in.
     *
     * @param atMost how long that may take
     * @throws RuntimeException the vendor's, if it was not heard
     */
    public void tell(Request request, Duration atMost) {
        if (closed.get()) {
            throw vendor.unsent(request, Unsent.CLOSED);
        }
        attempt(request, Deadline.in(atMost), new UsageCounter());
    }

    private <T> T ask(
            Request request, Function<Answer, T> reader, RateLimit limit, boolean divisible, UsageCounter usage) {
        AtomicInteger attempts = new AtomicInteger();
        Deadline deadline = Deadline.in(retries.deadline());
        WaitingCall call = new WaitingCall();
        underWay.add(call);
        try {
            if (closed.get()) {
                throw vendor.unsent(request, Unsent.CLOSED);
            }
            return Failsafe.with(again(request, divisible, deadline), onceMore(request))
                    .get(context -> {
                        attempts.incrementAndGet();
                        if (!limit.acquire(deadline.left())) {
                            throw vendor.unsent(request, Unsent.NO_ROOM);
                        }
                        return reader.apply(attempt(request, deadline, usage));
                    });
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                if (closed.get()) {
                    throw vendor.unsent(request, Unsent.CLOSED);
                }
                Thread.currentThread().interrupt();
                throw vendor.unsent(request, Unsent.INTERRUPTED);
            }
            throw e;
        } catch (RuntimeException e) {
            if (vendor.judge(e) == null) {
                throw e;
            }
            throw closed.get() ? vendor.unsent(request, Unsent.CLOSED) : vendor.after(e, attempts.get());
        } finally {
            underWay.remove(call);
            call.end();
        }
    }

    private Answer attempt(Request request, Deadline deadline, UsageCounter usage) {
        String token = tokens.current(deadline);
        Answer answer = send(with(token, request), deadline, usage);
        if (answer.status() == 401) {
            String other = tokens.insteadOf(token, deadline);
            answer = other.equals(token) ? answer : send(with(other, request), deadline, usage);
        }
        if (answer.status() != 401) {
            tokens.accepted();
        }
        if (answer.isSuccessful() && vendor.isAnswer(answer)) {
            return answer;
        }
        throw vendor.refused(request, answer);
    }

    private Answer send(Request request, Deadline deadline, UsageCounter usage) {
        usage.sent();
        Answer answer = exchange.answer(request, deadline);
        usage.received(answer);
        return answer;
    }

    private Request with(String token, Request request) {
        return vendor.dressed(request)
                .newBuilder()
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** Gives up what is under way; what waits to be tried again is woken. */
    @Override
    public void close() {
        closed.set(true);
        underWay.forEach(WaitingCall::wake);
        exchange.close();
    }
}
