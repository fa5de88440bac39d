package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Retries;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResilienceTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 30);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 12);
    private static final Query PERIOD = Query.all().between("startDateTime", FIRST, LAST);

    private TrackTikSandbox sandbox;
    private TrackTik tracktik;

    @BeforeEach
    void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        tracktik = Clients.connect(sandbox);
    }

    @AfterEach
    void stop() {
        tracktik.close();
        sandbox.close();
    }

    static Stream<Named<Fault>> passingFaults() {
        return Stream.of(
                Named.of("429", Fault.tooManyRequests()),
                Named.of("429 for now", Fault.tooManyRequests(Duration.ZERO)),
                Named.of("500", Fault.serverError()),
                Named.of("502 in HTML", Fault.badGateway()),
                Named.of("cut off", Fault.cutOff()),
                Named.of("disconnect", Fault.disconnect()),
                Named.of("malformed", Fault.malformed()),
                Named.of("200 in HTML", Fault.htmlAsSuccess()),
                Named.of("200 with an error", Fault.errorAsSuccess()),
                Named.of("empty", Fault.emptyBody()),
                Named.of("401", Fault.unauthorized()));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void faultThatPassesIsNotNoticed(Fault passing) {
        tracktik.entities().regions(Query.all()).list();
        sandbox.faults().next(passing);

        assertThat(tracktik.scheduling().shifts(PERIOD).list()).hasSize(truth());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fifthOfAllAnswersMayFailOneWayOrAnother(long seed) {
        sandbox.faults()
                .share(
                        0.2,
                        seed,
                        Fault.tooManyRequests(),
                        Fault.serverError(),
                        Fault.badGateway(),
                        Fault.cutOff(),
                        Fault.disconnect(),
                        Fault.timeout());

        assertThat(tracktik.scheduling().shifts(PERIOD.pageSize(30)))
                .extracting(Shift::id)
                .doesNotHaveDuplicates()
                .hasSize(truth());
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST, 1",
        "403, FORBIDDEN, 1",
        "404, NOT_FOUND, 1",
        "409, BAD_REQUEST, 1",
        "410, NOT_FOUND, 1",
        "422, BAD_REQUEST, 1",
        "429, RATE_LIMITED, 6",
        "500, SERVER, 6",
        "502, SERVER, 6",
        "503, SERVER, 6",
        "504, TOO_SLOW, 6",
        "302, BAD_ANSWER, 1"
    })
    void statusHasItsKindAndIsTriedAgainOnlyWhereThatHelps(int status, Kind kind, int attempts) {
        sandbox.respondWith(
                "regions/5", status, Headers.of(), "{\"status\":" + status + ",\"error\":\"what happened\"}");

        TrackTikException refused = refusal();

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.attempts()).isEqualTo(attempts);
        assertThat(refused.method()).isEqualTo("GET");
        assertThat(refused.path()).isEqualTo("/rest/v1/regions/5");
        assertThat(refused.vendorMessage()).isEqualTo("what happened");
    }

    @Test
    void tokenThatStaysRefusedIsAMatterOfCredentials() {
        sandbox.respondWith("regions/5", 401, Headers.of(), "{}");

        TrackTikException refused = refusal();

        assertThat(refused.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(sandbox.requests().of("regions/{id}")).isEqualTo(2);
    }

    @Test
    void firewallIsToldFromAMissingScope() {
        sandbox.respondWith("regions/5", 403, Headers.of("Server", "awselb/2.0"), "<html>403</html>");

        assertThat(refusal().kind()).isEqualTo(Kind.FIREWALL);
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0.25, PT0.25S", "1.0001, PT1.001S"})
    void howLongToWaitIsTheVendorsWord(String retryAfter, Duration wait) {
        sandbox.respondWith("regions/5", 429, Headers.of("Retry-After", retryAfter), "");
        TrackTikConfig config = Clients.config(sandbox)
                .with(new Retries(
                        1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(5)));
        try (TrackTik once = TrackTik.connect(config)) {
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class, () -> once.entities().region(5, Query.all()));

            assertThat(refused.retryAfter()).contains(wait);
        }
    }

    @RepeatedTest(5)
    void nobodyComesBackBeforeTheTimeTheyWereTold() {
        AtomicLong until = new AtomicLong();
        AtomicInteger early = new AtomicInteger();
        Duration wait = Duration.ofSeconds(1);
        sandbox.faults().next(exchange -> {
            until.set(System.nanoTime() + wait.toNanos());
            return Fault.tooManyRequests(wait).answer(exchange);
        });
        sandbox.faults().next(exchange -> {
            early.addAndGet(System.nanoTime() < until.get() ? 1 : 0);
            return exchange.regular();
        });
        tracktik.entities().regions(Query.all()).list();

        assertThat(until.get()).isNotZero();
        assertThat(early).hasValue(0);
    }

    @Test
    @Timeout(30)
    void callIsOverWithItsDeadlineWhateverItWaitsFor() {
        TrackTikConfig config = Clients.config(sandbox)
                .with(new Retries(
                        3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(1)));
        try (TrackTik hasty = TrackTik.connect(config)) {
            sandbox.faults().forPath("regions", Fault.slow(1, Duration.ofSeconds(1)));
            assertThat(catchThrowableOfType(
                                    TrackTikException.class,
                                    () -> hasty.entities().regions(Query.all()).list())
                            .kind())
                    .isEqualTo(Kind.NETWORK);
        }
    }

    @Test
    @Timeout(30)
    void closedClientGivesUpWhatWaitsToBeTriedAgain() throws InterruptedException {
        sandbox.respondWith("regions", 500, Headers.of(), "");
        TrackTik closing = TrackTik.connect(Clients.config(sandbox)
                .with(new Retries(
                        6, Duration.ofMinutes(5), Duration.ofMinutes(6), Duration.ofMinutes(5), Duration.ofHours(1))));
        AtomicReference<TrackTikException> refused = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            refused.set(catchThrowableOfType(
                    TrackTikException.class, () -> closing.entities().region(5, Query.all())));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        AtomicReference<TrackTikException> paged = new AtomicReference<>();
        Thread pages = new Thread(() -> paged.set(catchThrowableOfType(
                TrackTikException.class,
                () -> closing.entities().regions(Query.all()).list())));
        sandbox.respondWith("regions/5", 500, Headers.of(), "");
        reader.start();
        pages.start();
        while (sandbox.requests().of("regions/{id}") == 0 || sandbox.requests().of("regions") == 0) {
            Thread.onSpinWait();
        }
        closing.close();
        reader.join();
        pages.join();

        assertThat(List.of(refused, paged))
                .allSatisfy(failure -> assertThat(failure.get())
                        .isNotNull()
                        .returns(Kind.CLOSED, TrackTikException::kind)
                        .returns(false, TrackTikException::isTransient));
        assertThat(interrupted).isFalse();
        assertThat(catchThrowableOfType(
                                TrackTikException.class,
                                () -> closing.entities().region(5, Query.all()))
                        .kind())
                .isEqualTo(Kind.CLOSED);
    }

    @Test
    void waitBeyondTheDeadlineIsNotWaitedFor() {
        sandbox.respondWith("regions/5", 429, Headers.of("Retry-After", "86400"), "");

        assertThat(refusal().kind()).isEqualTo(Kind.RATE_LIMITED);
    }

    @Test
    void answerBeyondTheBoundIsNotReadToItsEnd() {
        TrackTikConfig config = Clients.config(sandbox)
                .with(new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 2_000));
        try (TrackTik small = TrackTik.connect(config)) {
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class,
                    () -> small.scheduling().shifts(PERIOD).list());

            assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(refused).hasMessageContaining("more than 2000 bytes: ask for smaller pages, or raise the bound");

            sandbox.respondWith("shifts/5", 200, Headers.of(), "x".repeat(3_000));
            assertThatThrownBy(() -> small.scheduling().shift(5, Query.all()))
                    .hasMessageContaining("more than 2000 bytes: raise the bound")
                    .hasMessageNotContaining("pages");
        }
    }

    @Test
    void bodyThatTricklesEndsWithTheCallsTime() {
        sandbox.faults().forPath("regions", Fault.slow(1, Duration.ofMillis(200)));
        TrackTikConfig config = Clients.config(sandbox)
                .with(new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300), 1 << 20))
                .with(new Retries(
                        2, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(30)));
        try (TrackTik impatient = TrackTik.connect(config)) {
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class,
                    () -> impatient.entities().regions(Query.all()).list());

            assertThat(refused.kind()).isEqualTo(Kind.NETWORK);
            assertThat(refused.attempts()).isEqualTo(2);
        }
    }

    @Test
    void serverThatIsNotThereIsAMatterOfTheNetwork() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        TrackTikConfig config = TrackTikConfig.at("http://localhost:" + port + "/rest/v1", new Login.StaticToken("t"))
                .with(Clients.QUICK);
        try (TrackTik nowhere = TrackTik.connect(config)) {
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class, () -> nowhere.entities().region(5, Query.all()));

            assertThat(refused.kind()).isEqualTo(Kind.NETWORK);
            assertThat(refused.attempts()).isEqualTo(6);
            assertThat(refused.status()).isZero();
        }
    }

    @Test
    void wrongBaseAddressIsNamedAsThePossibleCause() {
        sandbox.respondWith("regions/5", 200, Headers.of(), "<html>Sign in</html>");
        assertThat(refusal().kind()).isEqualTo(Kind.BAD_ANSWER);

        sandbox.respondWith("regions/5", 302, Headers.of("Location", "http://localhost:1/"), "");
        assertThat(refusal()).hasMessageContaining("check the base address");
    }

    @Test
    void interruptionStopsAtOnce() throws InterruptedException {
        sandbox.faults().forPath("regions", Fault.slow(1, Duration.ofHours(1)));
        CountDownLatch reading = new CountDownLatch(1);
        AtomicReference<TrackTikException> refused = new AtomicReference<>();
        AtomicReference<Boolean> stillSet = new AtomicReference<>(false);
        Thread reader = new Thread(() -> {
            reading.countDown();
            refused.set(catchThrowableOfType(
                    TrackTikException.class,
                    () -> tracktik.entities().regions(Query.all()).list()));
            stillSet.set(Thread.currentThread().isInterrupted());
        });
        reader.start();
        reading.await();

        reader.interrupt();
        reader.join(10_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(refused.get())
                .isNotNull()
                .extracting(TrackTikException::kind)
                .isEqualTo(Kind.INTERRUPTED);
        assertThat(stillSet.get()).isTrue();
    }

    private TrackTikException refusal() {
        return catchThrowableOfType(
                TrackTikException.class, () -> tracktik.entities().region(5, Query.all()));
    }

    private int truth() {
        return (int) sandbox.data().shifts(FIRST, LAST).map(ShiftFacts::id).count();
    }
}
