package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.json;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static io.fieldhouse.servicetitan.ScriptedServer.rows;
import static io.fieldhouse.servicetitan.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Retries;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResilienceTest {
    private static final Retries ONCE =
            new Retries(1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(20));
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Retries PATIENT = new Retries(6, LONG, LONG.multipliedBy(2), LONG, Duration.ofHours(1));

    static Stream<Named<MockResponse>> passingFaults() {
        MockResponse whole = json("{\"hasMore\":false,\"data\":[{\"id\":0},{\"id\":1}]}");
        return Stream.of(
                Named.of("429", status(429, "")),
                Named.of(
                        "429 for now",
                        status(429, "")
                                .newBuilder()
                                .setHeader("Retry-After", "0")
                                .build()),
                Named.of("500", status(500, "{\"title\":\"Oh\",\"status\":500}")),
                Named.of("502 in HTML", status(502, "<html><body>Bad gateway</body></html>")),
                Named.of("504", status(504, "<html>")),
                Named.of("cut off", cut(whole)),
                Named.of(
                        "disconnect",
                        new MockResponse.Builder()
                                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                                .build()),
                Named.of("half of it", json("{\"hasMore\":false,\"data\":[{\"id\":0},{\"i")),
                Named.of("200 in HTML", json("<html><body>We will be back</body></html>")),
                Named.of("200 with an error", json("{\"title\":\"Oh\",\"status\":500}")),
                Named.of("empty", json("")),
                Named.of("401", status(401, "")));
    }

    private static MockResponse cut(MockResponse whole) {
        return whole.newBuilder()
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void faultThatPassesIsNotNoticed(MockResponse passing) {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(
                        request -> requests.getAndIncrement() % 2 == 0 ? passing : anything(request));
                ServiceTitan client = server.connect()) {
            assertThat(client.resources().readById("jpm/v2/jobs", Query.all()).list())
                    .hasSize(2);
            assertThat(client.resources()
                            .export("jpm/v2/export/jobs", From.beginning())
                            .list())
                    .hasSize(2);
            assertThat(client.resources().read("jpm/v2/jobs", 1)).containsEntry("id", 1L);
            assertThat(requests).hasValue(6);
        }
    }

    private static MockResponse anything(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        return path.endsWith("/1")
                ? json("{\"id\":1}")
                : path.contains("export")
                        ? json("{\"hasMore\":false,\"continueFrom\":\"t\",\"data\":" + rows(0, 2) + "}")
                        : ScriptedServer.pageOf(request.getUrl(), rows(0, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST, 1",
        "403, FORBIDDEN, 1",
        "404, NOT_FOUND, 1",
        "409, BAD_REQUEST, 1",
        "410, NOT_FOUND, 1",
        "429, RATE_LIMITED, 6",
        "500, SERVER, 6",
        "503, SERVER, 6",
        "504, TOO_SLOW, 6",
        "524, TOO_SLOW, 6",
        "302, BAD_ANSWER, 1"
    })
    void statusHasItsKindAndIsTriedAgainOnlyWhereThatHelps(int status, Kind kind, int attempts) {
        ServiceTitanException refused = refused(status(
                status,
                "{\"type\":\"about:blank\",\"title\":\"What happened.\",\"status\":" + status
                        + ",\"traceId\":\"00-4bf92f-01\",\"errors\":{\"From\":[\"is missing\"]},\"data\":{}}"));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.attempts()).isEqualTo(attempts);
        assertThat(refused.method()).isEqualTo("GET");
        assertThat(refused.path()).isEqualTo("/api/jpm/v2/tenant/77/jobs/5");
        assertThat(refused.vendorMessage()).isEqualTo("What happened.; From: is missing");
        assertThat(refused.traceId()).isEqualTo("00-4bf92f-01");
        assertThat(refused).hasMessageContaining("(trace 00-4bf92f-01)");
    }

    @Test
    void tokenThatStaysRefusedIsAMatterOfCredentials() {
        try (ScriptedServer server = ScriptedServer.answering(request -> status(401, "<html>"));
                ServiceTitan client = server.connect()) {
            ServiceTitanException refused = refusal(() -> one(client));

            assertThat(refused.kind()).isEqualTo(Kind.CREDENTIALS);
            assertThat(refused).hasMessageContaining("app key");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7, -, PT7S",
                "0.25, -, PT0.25S",
                "1.00000000001, -, PT1.001S",
                "-, Rate limit is exceeded. Try again in 60 seconds., PT1M",
                "-, Try again in 1 second., PT1S",
                "-, Try again in 0.5 seconds., PT0.5S",
                "-, Try again in 2 minutes., PT2M",
                "3, Try again in 60 seconds., PT1M",
                "90, Try again in 60 seconds., PT1M30S"
            })
    void howLongToWaitIsTheVendorsWord(String retryAfter, String title, Duration wait) {
        MockResponse.Builder answer =
                status(429, "{\"title\":\"" + title + "\",\"status\":429}").newBuilder();
        if (retryAfter != null) {
            answer.setHeader("Retry-After", retryAfter);
        }
        assertThat(refused(answer.build(), ONCE).retryAfter()).contains(wait);
    }

    @RepeatedTest(3)
    void nobodyComesBackBeforeTheTimeTheyWereTold() {
        AtomicLong until = new AtomicLong();
        AtomicInteger early = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(request -> {
                    if (until.compareAndSet(0, System.nanoTime() + TimeUnit.SECONDS.toNanos(1))) {
                        return status(429, "{\"title\":\"Rate limit is exceeded. Try again in 1 seconds.\"}");
                    }
                    early.addAndGet(System.nanoTime() < until.get() ? 1 : 0);
                    return json("{\"id\":5}");
                });
                ServiceTitan client = server.connect()) {
            one(client);

            assertThat(server.asked()).hasSize(2);
            assertThat(early).hasValue(0);
        }
    }

    @Test
    void waitBeyondTheDeadlineIsNotWaitedFor() {
        ServiceTitanException refused = refused(status(429, "{\"title\":\"Try again in 86400 seconds.\"}"));

        assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(refused.attempts()).isEqualTo(1);
    }

    @Test
    @Timeout(30)
    void callIsOverWithItsDeadlineWhateverItWaitsFor() {
        Retries hasty =
                new Retries(3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(1));
        long start = System.nanoTime();
        assertThat(refused(slow(), hasty).isTransient()).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(9));
    }

    @Test
    void silenceIsASlowAnswer() {
        Bounds impatient = new Bounds(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5), 1 << 20);
        try (ScriptedServer server = ScriptedServer.answering(request -> slow());
                ServiceTitan client =
                        ServiceTitan.connect(server.config().with(impatient).with(ONCE))) {
            assertThat(refusal(() -> one(client)).kind()).isEqualTo(Kind.TOO_SLOW);
        }
    }

    @Test
    void bodyThatTricklesEndsWithTheCallsTime() {
        MockResponse trickle = json("{\"id\":5}")
                .newBuilder()
                .throttleBody(1, 200, TimeUnit.MILLISECONDS)
                .build();
        Bounds impatient = new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300), 1 << 20);
        try (ScriptedServer server = ScriptedServer.answering(request -> trickle);
                ServiceTitan client = ServiceTitan.connect(server.config().with(impatient))) {
            ServiceTitanException refused = refusal(() -> one(client));

            assertThat(refused.kind()).isEqualTo(Kind.TOO_SLOW);
            assertThat(refused.attempts()).isEqualTo(6);
        }
    }

    @Test
    void answerBeyondTheBoundIsNotReadToItsEnd() {
        Bounds small = new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 2_000);
        try (ScriptedServer server =
                        ScriptedServer.answering(request -> json(rows(0, 1000).toString()));
                ServiceTitan client = ServiceTitan.connect(server.config().with(small))) {
            ServiceTitanException refused = refusal(() -> one(client));

            assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(refused)
                    .hasMessageContaining("more than 2000 bytes: raise the bound")
                    .hasMessageNotContaining("pages");
            assertThat(refusal(() -> client.jpm().jobs(Query.all()).list()))
                    .hasMessageContaining("more than 2000 bytes: ask for smaller pages, or raise the bound");
        }
    }

    @Test
    void serverThatIsNotThereIsAMatterOfTheNetwork() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        String nowhere = "http://localhost:" + port;
        ServiceTitanConfig config = ServiceTitanConfig.of(
                        Environment.at(nowhere, nowhere), 1, new Credentials("key", "id", "secret"))
                .with(ScriptedServer.QUICK);
        try (ServiceTitan client = ServiceTitan.connect(config)) {
            ServiceTitanException refused = refusal(() -> one(client));

            assertThat(refused.kind()).isEqualTo(Kind.NETWORK);
            assertThat(refused.attempts()).isEqualTo(6);
            assertThat(refused.status()).isZero();
        }
    }

    @Test
    void anotherItemThanTheOneAskedForIsNoAnswer() {
        assertThat(refused(json("{\"id\":6}"))).hasMessageContaining("a different item");
        assertThat(refused(json("null"))).hasMessageContaining("no item");
        assertThat(refused(json("{\"title\":\"Oh\"}"))).hasMessageContaining("a different item");
        assertThat(refused(json("{\"id\":5}{"))).hasMessageContaining("incomplete or invalid JSON");
    }

    @Test
    @Timeout(30)
    void closedClientGivesUpWhatWaitsToBeTriedAgain() throws InterruptedException {
        for (MockResponse waiting : List.of(status(500, ""), status(429, ""), slow())) {
            ServiceTitanException refused = whileWaiting(waiting, (client, asking) -> client.close());

            assertThat(refused.kind()).isEqualTo(Kind.CLOSED);
            assertThat(refused.isTransient()).isFalse();
        }
    }

    @Test
    void closedClientAsksNothing() {
        try (ScriptedServer server = ScriptedServer.answering(request -> json("{\"id\":5}"))) {
            ServiceTitan client = server.connect();
            client.close();

            assertThat(refusal(() -> one(client)).kind()).isEqualTo(Kind.CLOSED);
            assertThat(refusal(() -> client.resources()
                                    .readById("jpm/v2/jobs", Query.all())
                                    .list())
                            .kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void interruptionStopsAtOnceWhateverIsWaitedFor() throws InterruptedException {
        for (MockResponse waiting : List.of(status(500, ""), status(429, ""), slow())) {
            ServiceTitanException refused = whileWaiting(waiting, (client, asking) -> asking.interrupt());

            assertThat(refused.kind()).isEqualTo(Kind.INTERRUPTED);
        }
    }

    /** Why a list, a feed and an item fail alike, where something happens while they wait. */
    private static ServiceTitanException whileWaiting(MockResponse answer, BiConsumer<ServiceTitan, Thread> event)
            throws InterruptedException {
        ServiceTitanException last = null;
        List<Consumer<ServiceTitan>> questions = List.of(
                ResilienceTest::one,
                client ->
                        client.resources().readById("jpm/v2/jobs", Query.all()).list(),
                client -> client.resources()
                        .export("jpm/v2/export/jobs", From.beginning())
                        .list());
        for (Consumer<ServiceTitan> question : questions) {
            try (ScriptedServer server = ScriptedServer.answering(request -> answer);
                    ServiceTitan client = ServiceTitan.connect(server.config().with(PATIENT))) {
                AtomicReference<ServiceTitanException> refused = new AtomicReference<>();
                AtomicBoolean stillInterrupted = new AtomicBoolean();
                Thread thread = new Thread(() -> {
                    refused.set(refusal(() -> question.accept(client)));
                    stillInterrupted.set(Thread.currentThread().isInterrupted());
                });
                thread.start();
                while (server.asked().isEmpty()) {
                    Thread.onSpinWait();
                }
                event.accept(client, thread);
                thread.join();

                ServiceTitanException why = Objects.requireNonNull(refused.get());
                assertThat(stillInterrupted.get()).isEqualTo(why.kind() == Kind.INTERRUPTED);
                assertThat(last == null || last.kind() == why.kind()).isTrue();
                last = why;
            }
        }
        return Objects.requireNonNull(last);
    }

    private static MockResponse slow() {
        return json("{\"id\":5}")
                .newBuilder()
                .headersDelay(10, TimeUnit.SECONDS)
                .build();
    }

    private static ServiceTitanException refused(MockResponse answer) {
        return refused(answer, ScriptedServer.QUICK);
    }

    private static ServiceTitanException refused(MockResponse answer, Retries retries) {
        try (ScriptedServer server = ScriptedServer.answering(request -> answer);
                ServiceTitan client = ServiceTitan.connect(server.config().with(retries))) {
            return refusal(() -> one(client));
        }
    }

    private static void one(ServiceTitan client) {
        client.resources().read("jpm/v2/jobs", 5);
    }
}
