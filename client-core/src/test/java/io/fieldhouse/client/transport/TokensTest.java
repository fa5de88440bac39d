package io.fieldhouse.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.client.transport.InventedVendor.Failure;
import io.fieldhouse.client.transport.Vendor.Meaning;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final InventedVendor vendor = new InventedVendor();
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger fetched = new AtomicInteger();

    private Tokens tokens(Function<Deadline, String> fetch) {
        return new Tokens(
                vendor,
                new Grant() {
                    @Override
                    public Request request() {
                        return InventedVendor.REQUEST;
                    }

                    @Override
                    public Token fetch(Deadline deadline) {
                        fetched.incrementAndGet();
                        return new Token(fetch.apply(deadline), 900);
                    }

                    @Override
                    public RuntimeException rejectedAgain() {
                        return new Failure(Meaning.FINAL, 0);
                    }
                },
                now::get);
    }

    @Test
    void deadlineOfOneThreadIsNotTheFailureOfTheOthers() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        Tokens tokens = tokens(deadline -> {
            if (fetched.get() > 1) {
                return "second";
            }
            fetching.countDown();
            waitFor(deadline);
            throw new Failure(Meaning.TRANSIENT, 0);
        });
        CompletableFuture<String> impatient =
                CompletableFuture.supplyAsync(() -> tokens.current(Deadline.in(Duration.ofMillis(200))));
        fetching.await();
        CompletableFuture<String> patient = CompletableFuture.supplyAsync(() -> tokens.current(Deadline.in(LONG)));

        assertThatThrownBy(() -> impatient.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(Failure.class);
        assertThat(patient.get(30, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void failureWithinTheDeadlineIsSharedByThoseThatWaited() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        Tokens tokens = tokens(deadline -> {
            fetching.countDown();
            await(failing);
            throw new Failure(Meaning.TRANSIENT, 0);
        });
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> tokens.current(Deadline.in(LONG)));
        fetching.await();
        Thread waiting = new Thread(() ->
                assertThatThrownBy(() -> tokens.current(Deadline.in(LONG))).isInstanceOf(Failure.class));
        AtomicInteger unexpected = new AtomicInteger();
        waiting.setUncaughtExceptionHandler((thread, thrown) -> unexpected.incrementAndGet());
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        failing.countDown();

        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(Failure.class);
        waiting.join();
        assertThat(unexpected).hasValue(0);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void pauseThatTheVendorAsksForIsTenMinutesAtMost() {
        Tokens tokens = tokens(deadline -> {
            throw new Failure(Meaning.RATE_LIMITED, 429, Duration.ofDays(1));
        });
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> tokens.current(Deadline.in(LONG))).isInstanceOf(Failure.class);
        }
        assertThat(fetched).hasValue(1);

        now.addAndGet(TimeUnit.MINUTES.toNanos(10) + 1);
        assertThatThrownBy(() -> tokens.current(Deadline.in(LONG))).isInstanceOf(Failure.class);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void tokenIsUsedUntilShortlyBeforeItExpires() {
        Tokens tokens = tokens(deadline -> "token " + fetched.get());
        assertThat(tokens.current(Deadline.in(LONG))).isEqualTo("token 1");
        now.addAndGet(TimeUnit.SECONDS.toNanos(839));
        assertThat(tokens.current(Deadline.in(LONG))).isEqualTo("token 1");
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(tokens.current(Deadline.in(LONG))).isEqualTo("token 2");
    }

    @Test
    void tokensThatAreRefusedOneAfterAnotherEnd() {
        Tokens tokens = tokens(deadline -> "token " + fetched.get());
        String token = tokens.current(Deadline.in(LONG));
        for (int refusal = 0; refusal < 3; refusal++) {
            token = tokens.insteadOf(token, Deadline.in(LONG));
        }
        String last = token;
        assertThatThrownBy(() -> tokens.insteadOf(last, Deadline.in(LONG))).isInstanceOf(Failure.class);
        assertThat(fetched).hasValue(4);
    }

    private static void waitFor(Deadline deadline) {
        while (!deadline.left().isZero()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
