package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTokensTest {
    private final HandClock clock = new HandClock();
    private final TrackTikSandbox sandbox =
            TrackTikSandbox.start(SandboxData.small(), SandboxOptions.defaults().withClock(clock));
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Stands still until told. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2025-08-08T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @Test
    void tokensComeWithTheirLifeAndType() {
        Map<?, ?> token = ask.password().body();
        assertThat(token.get("token_type")).isEqualTo("Bearer");
        assertThat(token.get("expires_in")).hasToString("3600");
        assertThat(string(token.get("refresh_token"))).startsWith("def502");
    }

    @Test
    void requestsWithoutAGoodTokenAreRefused() {
        assertThat(ask.get("regions", "nonsense", Map.of()).status()).isEqualTo(401);
        assertThat(ask.get("regions").status()).isEqualTo(200);
        clock.pass(Duration.ofHours(1));
        Answer expired = ask.get("regions");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.error()).contains("expired");
    }

    @Test
    void tokensExpireWhenTold() {
        sandbox.expireTokens();
        assertThat(ask.get("regions").status()).isEqualTo(401);
    }

    @Test
    void refreshTokensWorkOnce() {
        String refresh = string(ask.password().body().get("refresh_token"));
        Answer first = ask.refresh(refresh);
        assertThat(first.status()).isEqualTo(200);
        Answer again = ask.refresh(refresh);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("invalid_grant");
        assertThat(ask.refresh(string(first.body().get("refresh_token"))).status())
                .isEqualTo(200);
    }

    @Test
    void wrongCredentialsAreRefusedAndFortyTimesAreABan() {
        SandboxCredentials known = sandbox.credentials();
        Answer stranger = ask.token("grant_type", "password", "client_id", "other", "client_secret", "other");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.error()).isEqualTo("invalid_client");
        for (int i = 1; i < 40; i++) {
            Answer wrong = ask.token(
                    "grant_type",
                    "password",
                    "client_id",
                    known.clientId(),
                    "client_secret",
                    known.clientSecret(),
                    "username",
                    known.username(),
                    "password",
                    "wrong");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.error()).isEqualTo("invalid_grant");
        }
        assertThat(ask.password().status()).isEqualTo(403);
        clock.pass(Duration.ofHours(2));
        assertThat(ask.password().status()).isEqualTo(200);
    }
}
