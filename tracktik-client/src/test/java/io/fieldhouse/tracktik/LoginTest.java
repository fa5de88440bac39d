package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxOptions;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private TrackTikSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = TrackTikSandbox.start(
                SandboxData.small(), SandboxOptions.defaults().withTokenLife(Duration.ofMinutes(10)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void manyThreadsLogInOnce() throws Exception {
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            askFromManyThreads(tracktik);

            assertThat(sandbox.requests().tokens()).isEqualTo(1);
        }
    }

    @Test
    void tokenIsRenewedBeforeItExpires() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(5));
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox), now::get)) {
            ask(tracktik);
            now.addAndGet(TimeUnit.MINUTES.toNanos(8));
            ask(tracktik);
            assertThat(sandbox.requests().tokens()).isEqualTo(1);

            now.addAndGet(TimeUnit.SECONDS.toNanos(61));
            ask(tracktik);
            ask(tracktik);
            assertThat(sandbox.requests().tokens()).isEqualTo(2);
            assertThat(sandbox.requests().refused()).isZero();
        }
    }

    @Test
    void tokenThatExpiredEarlyIsReplacedOnceForAll() throws Exception {
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            ask(tracktik);
            for (int i = 0; i < 3; i++) {
                sandbox.expireTokens();
                askFromManyThreads(tracktik);
            }
            assertThat(sandbox.requests().tokens()).isEqualTo(4);
        }
    }

    @Test
    void refreshTokenThatIsRefusedFallsBackToThePassword() {
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            ask(tracktik);
            sandbox.revokeTokens();
            ask(tracktik);

            assertThat(sandbox.requests().tokens()).isEqualTo(3);

            // Each refusal counts towards the ban: refreshing is over.
            sandbox.revokeTokens();
            ask(tracktik);
            assertThat(sandbox.requests().tokens()).isEqualTo(4);
        }
    }

    @Test
    void tokensThatAreRefusedAsSoonAsTheyAreThereAreNotFetchedForEver() {
        sandbox.respondWith("regions", 401, Headers.of(), "{}");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik))
                                .kind())
                        .isEqualTo(Kind.CREDENTIALS);
            }
            assertThat(sandbox.requests().tokens()).isLessThan(6);
        }
    }

    @Test
    void requestForATokenKeepsToThePaceAsWell() {
        TrackTikConfig config = Clients.config(sandbox)
                .with(Pace.perMinute(1).withRequestsInFlight(1))
                .with(new Retries(
                        1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofSeconds(5)));
        try (TrackTik tracktik = TrackTik.connect(config)) {
            TrackTikException refused = catchThrowableOfType(TrackTikException.class, () -> ask(tracktik));

            assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(refused).hasMessageContaining("rate limit leaves no time");
            assertThat(sandbox.requests().tokens()).isEqualTo(1);
        }
    }

    @Test
    void failureToComeByATokenIsSharedByAllWhoWaitForIt() throws Exception {
        sandbox.faults().forPath("oauth2/access_token", exchange -> {
            pause(Duration.ofSeconds(1));
            return Fault.serverError().answer(exchange);
        });
        TrackTikConfig config = Clients.config(sandbox)
                .with(new Retries(
                        1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofMinutes(1)));
        try (TrackTik tracktik = TrackTik.connect(config)) {
            List<Callable<TrackTikException>> asking = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asking.add(() -> catchThrowableOfType(TrackTikException.class, () -> ask(tracktik)));
            }
            var threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<TrackTikException> refused : threads.invokeAll(asking)) {
                    assertThat(refused.get().kind()).isEqualTo(Kind.SERVER);
                }
            } finally {
                threads.shutdownNow();
            }
        }
        assertThat(sandbox.requests().tokens()).isLessThan(8);
    }

    @Test
    void refusedCredentialsAreNeverSentAgain() throws Exception {
        SandboxCredentials known = sandbox.credentials();
        Login wrong = new Login.Password(known.clientId(), known.clientSecret(), known.username(), "wrong-pass-word");
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox, wrong))) {
            List<Callable<TrackTikException>> asking = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                asking.add(() -> catchThrowableOfType(TrackTikException.class, () -> ask(tracktik)));
            }
            var threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<TrackTikException> refused : threads.invokeAll(asking)) {
                    assertThat(refused.get().kind()).isEqualTo(Kind.CREDENTIALS);
                    assertThat(refused.get())
                            .hasMessageNotContaining("pass-word")
                            .hasMessageNotContaining(known.clientSecret());
                    assertThat(refused.get().isTransient()).isFalse();
                }
            } finally {
                threads.shutdownNow();
            }
        }
        assertThat(sandbox.requests().tokens()).isEqualTo(1);
    }

    @Test
    void tokenAddressThatIsDownIsTriedAgain() {
        sandbox.respondWith("oauth2/access_token", 503, Headers.of(), "");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            TrackTikException refused = catchThrowableOfType(TrackTikException.class, () -> ask(tracktik));

            assertThat(refused.kind()).isEqualTo(Kind.SERVER);
            assertThat(refused.attempts()).isEqualTo(6);
            assertThat(refused.path()).isEqualTo("/rest/oauth2/access_token");
        }
    }

    @Test
    void firewallBeforeTheTokenAddressSaysNothingOfTheCredentials() {
        sandbox.respondWith("oauth2/access_token", 403, Headers.of("Server", "awselb/2.0"), "");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik))
                                .kind())
                        .isEqualTo(Kind.FIREWALL);
            }
            assertThat(sandbox.requests().tokens()).isEqualTo(2);
        }
    }

    @Test
    void tokenAddressWithoutATokenIsNoAnswer() {
        sandbox.respondWith(
                "oauth2/access_token", 200, Headers.of(), "{\"access_token\":null,\"refresh_token\":\"se-cret\"}");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            TrackTikException refused = catchThrowableOfType(TrackTikException.class, () -> ask(tracktik));

            assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(refused).hasMessageNotContaining("se-cret");
        }
    }

    @ParameterizedTest
    @CsvSource({"200, BAD_ANSWER", "404, NOT_FOUND", "422, CREDENTIALS"})
    void refusalOfWhateverFormIsNotRepeated(int status, Kind kind) {
        sandbox.respondWith("oauth2/access_token", status, Headers.of(), "{\"error\":\"invalid_grant\"}");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik))
                                .kind())
                        .isEqualTo(kind);
            }
            assertThat(sandbox.requests().tokens()).isEqualTo(1);
        }
    }

    @Test
    void tokenAddressThatFailsIsLeftAloneForAWhileAndThenTriedAgain() {
        AtomicLong now = new AtomicLong();
        sandbox.faults().forPath("oauth2/access_token", Fault.firewall());
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox), now::get)) {
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik))
                                .kind())
                        .isEqualTo(Kind.FIREWALL);
            }
            assertThat(sandbox.requests().tokens()).isLessThan(6);

            sandbox.faults().clear();
            now.addAndGet(TimeUnit.SECONDS.toNanos(61));
            ask(tracktik);
        }
    }

    @Test
    void clientRecoversFromTokensThatWereRefusedForAWhile() {
        AtomicLong now = new AtomicLong();
        sandbox.respondWith("regions", 401, Headers.of(), "{}");
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox), now::get)) {
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik))
                                .kind())
                        .isEqualTo(Kind.CREDENTIALS);
            }
            assertThat(sandbox.requests().tokens()).isLessThan(6);
            assertThat(sandbox.requests().of("regions")).isLessThan(10);

            now.addAndGet(TimeUnit.SECONDS.toNanos(61));
            assertThat(tracktik.entities().positions(Query.all().pageSize(50)).stream())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "null", "\"soon\""})
    void tokenWithoutALifetimeThatMakesSenseIsKeptAllTheSame(String lifetime) {
        sandbox.respondWith(
                "oauth2/access_token", 200, Headers.of(), "{\"access_token\":\"a\",\"expires_in\":" + lifetime + "}");
        sandbox.respondWith(
                "regions", 200, Headers.of(), "{\"meta\":{\"count\":1,\"limit\":100},\"data\":[{\"id\":1}]}");
        try (TrackTik tracktik = Clients.connect(sandbox)) {
            for (int i = 0; i < 5; i++) {
                // What was answered here knows no token, and so refuses none.
                tracktik.entities().regions(Query.all()).list();
            }
            assertThat(sandbox.requests().tokens()).isEqualTo(1);
        }
    }

    @Test
    void givenTokenThatIsRefusedIsSentOnce() {
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox, new Login.StaticToken("unknown")))) {
            assertThat(catchThrowableOfType(TrackTikException.class, () -> ask(tracktik)))
                    .hasMessageContaining("refuses the token");
            assertThat(sandbox.requests().of("regions")).isEqualTo(1);
        }
    }

    @Test
    void givenTokenIsTakenAsItIs() {
        try (TrackTik tracktik = TrackTik.connect(Clients.config(sandbox, new Login.StaticToken("unknown")))) {
            TrackTikException refused = catchThrowableOfType(TrackTikException.class, () -> ask(tracktik));

            assertThat(refused.kind()).isEqualTo(Kind.CREDENTIALS);
            assertThat(sandbox.requests().tokens()).isZero();
        }
    }

    private static void pause(Duration wait) {
        LockSupport.parkNanos(wait.toNanos());
    }

    private static void ask(TrackTik tracktik) {
        assertThat(tracktik.entities().regions(Query.all()).list()).isNotEmpty();
    }

    private static void askFromManyThreads(TrackTik tracktik) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> asking = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                asking.add(() -> {
                    ask(tracktik);
                    return null;
                });
            }
            for (Future<Void> asked : threads.invokeAll(asking)) {
                asked.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
