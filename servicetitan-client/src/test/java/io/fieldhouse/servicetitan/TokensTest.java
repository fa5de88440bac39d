package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.KNOWN;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static io.fieldhouse.servicetitan.ScriptedServer.rows;
import static io.fieldhouse.servicetitan.ScriptedServer.status;
import static io.fieldhouse.servicetitan.ScriptedServer.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String REFUSED = "{\"error\":\"invalid_client\"}";

    @Test
    void everyCallBearsTheTokenAndTheAppKey() {
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer);
                ServiceTitan client = server.connect()) {
            ask(client);

            assertThat(server.asked()).singleElement().satisfies(request -> {
                assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
                assertThat(request.getHeaders().get("ST-App-Key")).isEqualTo(KNOWN.appKey());
                assertThat(request.getUrl().toString()).doesNotContain(KNOWN.appKey());
            });
        }
    }

    @Test
    void manyThreadsGetOneTokenTogether() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer);
                ServiceTitan client = server.connect()) {
            askFromManyThreads(client);

            assertThat(server.tokens()).isEqualTo(1);
        }
    }

    @Test
    void tokenIsRenewedAMinuteBeforeItExpires() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(5));
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer);
                ServiceTitan client = ServiceTitan.connect(server.config(), now::get)) {
            ask(client);
            now.addAndGet(TimeUnit.SECONDS.toNanos(839));
            ask(client);
            assertThat(server.tokens()).isEqualTo(1);

            now.addAndGet(TimeUnit.SECONDS.toNanos(2));
            ask(client);
            ask(client);
            assertThat(server.tokens()).isEqualTo(2);
        }
    }

    @Test
    void tokenThatIsRefusedIsReplacedOnceForAll() throws Exception {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        try (ScriptedServer server = ScriptedServer.answering(
                        request -> refused.contains(bearer(request)) ? status(401, "") : answer(request));
                ServiceTitan client = server.connect()) {
            ask(client);
            for (int i = 1; i <= 3; i++) {
                refused.add("Bearer token-" + i);
                askFromManyThreads(client);

                assertThat(server.tokens()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void tokenThatExpiresWhileACallWaitsIsReplacedForTheNextTry() {
        AtomicReference<String> good = new AtomicReference<>("Bearer token-2");
        try (ScriptedServer server =
                        ScriptedServer.answering(request -> bearer(request).equals("Bearer token-1")
                                ? status(503, "")
                                : bearer(request).equals(good.get()) ? answer(request) : status(401, ""));
                ServiceTitan client = clientOf(server, number -> token("token-" + number, 1))) {
            ask(client);

            assertThat(server.asked()).extracting(TokensTest::bearer).contains("Bearer token-2");
        }
    }

    @Test
    void tokensThatAreRefusedAsSoonAsTheyAreThereAreNotFetchedForEver() {
        AtomicLong now = new AtomicLong();
        try (ScriptedServer server = ScriptedServer.answering(request -> status(401, ""));
                ServiceTitan client = ServiceTitan.connect(server.config(), now::get)) {
            for (int i = 0; i < 20; i++) {
                assertThat(refusal(() -> ask(client)).kind()).isEqualTo(Kind.CREDENTIALS);
            }
            int tokens = server.tokens();
            assertThat(tokens).isLessThan(6);
            assertThat(refusal(() -> ask(client))).hasMessageContaining("one new token after another");

            now.addAndGet(TimeUnit.SECONDS.toNanos(61));
            refusal(() -> ask(client));
            assertThat(server.tokens()).isGreaterThan(tokens);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, CREDENTIALS, id or its secret",
        "401, CREDENTIALS, id or its secret",
        "404, NOT_FOUND, environment"
    })
    void whatIsRefusedIsNeverSentAgain(int status, Kind kind, String words) {
        AtomicLong now = new AtomicLong();
        try (ScriptedServer server =
                        ScriptedServer.answering(TokensTest::answer).withTokens(number -> status(status, REFUSED));
                ServiceTitan client = ServiceTitan.connect(server.config(), now::get)) {
            for (int i = 0; i < 10; i++) {
                ServiceTitanException refused = refusal(() -> ask(client));

                assertThat(refused.kind()).isEqualTo(kind);
                assertThat(refused.attempts()).isEqualTo(1);
                assertThat(refused.vendorMessage()).isEqualTo("invalid_client");
                assertThat(refused).hasMessageContaining(words);
                now.addAndGet(TimeUnit.HOURS.toNanos(1));
            }
            assertThat(server.tokens()).isEqualTo(1);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Sign in</html>",
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"a b\"}",
                "{\"access_tok"
            })
    void answerWithoutATokenIsTriedOnceMoreAndThenNamed(String body) {
        try (ScriptedServer server =
                        ScriptedServer.answering(TokensTest::answer).withTokens(number -> status(200, body));
                ServiceTitan client = server.connect()) {
            ServiceTitanException refused = refusal(() -> ask(client));

            assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(refused).hasMessageContaining("without a token");
            assertThat(refused.path()).isEqualTo("/auth/connect/token");
            assertThat(server.tokens()).isEqualTo(2);
        }
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)
                        .withTokens(number -> number == 1 ? status(200, body) : token("good", 900));
                ServiceTitan client = server.connect()) {
            ask(client);
            assertThat(server.asked()).extracting(TokensTest::bearer).containsExactly("Bearer good");
        }
    }

    @Test
    void throttledTokenAddressIsLeftAloneAsLongAsItSays() {
        AtomicLong now = new AtomicLong();
        MockResponse throttled =
                status(429, "").newBuilder().setHeader("Retry-After", "500").build();
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)
                        .withTokens(number -> number == 1 ? throttled : token("late", 900));
                ServiceTitan client = ServiceTitan.connect(server.config(), now::get)) {
            for (int i = 0; i < 5; i++) {
                assertThat(refusal(() -> ask(client)).kind()).isEqualTo(Kind.RATE_LIMITED);
                now.addAndGet(TimeUnit.SECONDS.toNanos(99));
            }
            assertThat(server.tokens()).isEqualTo(1);

            now.addAndGet(TimeUnit.SECONDS.toNanos(6));
            ask(client);
            assertThat(server.tokens()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 31 Dec 9999 23:59:59 GMT", "999999999", "999999999999"})
    void endlessPauseIsNotBelieved(String retryAfter) {
        AtomicLong now = new AtomicLong();
        MockResponse throttled = status(429, "")
                .newBuilder()
                .setHeader("Date", "Fri, 02 Jan 2026 03:04:05 GMT")
                .setHeader("Retry-After", retryAfter)
                .build();
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)
                        .withTokens(number -> number == 1 ? throttled : token("late", 900));
                ServiceTitan client = ServiceTitan.connect(server.config(), now::get)) {
            ServiceTitanException refused = refusal(() -> ask(client));
            assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(refused.retryAfter()).contains(Duration.ofDays(1));

            now.addAndGet(TimeUnit.MINUTES.toNanos(9));
            assertThat(refusal(() -> ask(client)).kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(server.tokens()).isEqualTo(1);

            now.addAndGet(TimeUnit.MINUTES.toNanos(1));
            ask(client);
            assertThat(server.tokens()).isEqualTo(2);
        }
    }

    @Test
    void tokenAddressThatFailsForAWhileIsNotNoticed() throws Exception {
        MockResponse soon =
                status(429, "").newBuilder().setHeader("Retry-After", "0.2").build();
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)
                        .withTokens(number -> number == 1
                                ? soon
                                : number == 2 ? status(504, "<html>") : token("token-" + number, 900));
                ServiceTitan client = server.connect()) {
            askFromManyThreads(client);
            assertThat(server.tokens()).isEqualTo(3);
        }
    }

    @Test
    void lifetimeThatMakesNoSenseIsNotBelieved() {
        for (String lifetime : new String[] {"null", "\"soon\"", "-5", "\"900.0\""}) {
            try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)
                            .withTokens(number -> status(
                                    200, "{\"access_token\":\"t\",\"scope\":null,\"expires_in\":" + lifetime + "}"));
                    ServiceTitan client = server.connect()) {
                ask(client);
                ask(client);
                assertThat(server.tokens()).isEqualTo(1);
            }
        }
    }

    @Test
    void callForATokenKeepsToThePaceAsWell() {
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer)) {
            ServiceTitanConfig config = server.config()
                    .with(Pace.perSecond(1))
                    .with(new Retries(
                            6,
                            Duration.ofMillis(1),
                            Duration.ofMillis(2),
                            Duration.ofMillis(1),
                            Duration.ofMillis(300)));
            try (ServiceTitan client = ServiceTitan.connect(config)) {
                ServiceTitanException refused = refusal(() -> ask(client));

                assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
                assertThat(refused).hasMessageContaining("rate limit leaves no time");
                assertThat(refused.attempts()).isEqualTo(1);
                assertThat(server.tokens()).isEqualTo(1);
                assertThat(server.asked()).isEmpty();
            }
        }
    }

    @Test
    void tenantsSideBySideHaveTokensOfTheirOwn() {
        try (ScriptedServer server = ScriptedServer.answering(TokensTest::answer);
                ServiceTitan one = server.connect();
                ServiceTitan other = server.connect()) {
            ask(one);
            ask(other);
            ask(one);

            assertThat(server.asked())
                    .extracting(TokensTest::bearer)
                    .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-1");
        }
    }

    private static ServiceTitan clientOf(
            ScriptedServer server, java.util.function.Function<Integer, MockResponse> tokens) {
        AtomicLong now = new AtomicLong();
        server.withTokens(tokens);
        // Each look at the clock finds it a second later.
        return ServiceTitan.connect(server.config(), () -> now.addAndGet(TimeUnit.SECONDS.toNanos(1)));
    }

    private static MockResponse answer(RecordedRequest request) {
        return ScriptedServer.pageOf(request.getUrl(), rows(0, 2));
    }

    private static String bearer(RecordedRequest request) {
        return String.valueOf(request.getHeaders().get("Authorization"));
    }

    private static void ask(ServiceTitan client) {
        assertThat(client.resources().readById("jpm/v2/jobs", Query.all()).list())
                .hasSize(2);
    }

    private static void askFromManyThreads(ServiceTitan client) throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        try {
            Callable<Void> asking = () -> {
                ask(client);
                return null;
            };
            for (var asked : threads.invokeAll(Collections.nCopies(24, asking))) {
                asked.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
