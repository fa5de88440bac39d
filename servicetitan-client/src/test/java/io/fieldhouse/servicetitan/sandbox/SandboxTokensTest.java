package io.fieldhouse.servicetitan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and for how long. */
class SandboxTokensTest {
    private static final String UNITS = "settings/v2/business-units";

    private final TestClock clock = new TestClock();
    private final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(
            SandboxData.small(), SandboxOptions.defaults().withClock(clock).withTokensPerMinute(5));
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void tokensAreGoodForFifteenMinutes() {
        Answer token = ask.token();
        assertThat(token.body().get("expires_in")).hasToString("900");
        assertThat(token.body().get("token_type")).isEqualTo("Bearer");
        assertThat(token.body().containsKey("refresh_token")).isFalse();
        clock.advance(Duration.ofSeconds(899));
        assertThat(ask.get(UNITS).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        Answer refused = ask.get(UNITS);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEmpty();
    }

    @Test
    void tokensMayLiveShorter() {
        SandboxOptions brief = SandboxOptions.defaults().withClock(clock).withTokenLife(Duration.ofSeconds(20));
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small(), brief)) {
            Asking asking = new Asking(other);
            assertThat(asking.token().body().get("expires_in")).hasToString("20");
            clock.advance(Duration.ofSeconds(20));
            assertThat(asking.get(UNITS).status()).isEqualTo(401);
        }
    }

    @Test
    void allTokensCanBeExpired() {
        sandbox.expireTokens();
        assertThat(ask.get(UNITS).status()).isEqualTo(401);
    }

    @Test
    void tokensAreThrottled() {
        for (int i = 0; i < 4; i++) {
            assertThat(ask.token().status()).isEqualTo(200);
        }
        Answer refused = ask.token();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.title()).isEqualTo("Rate limit is exceeded. Try again in 60 seconds.");
        clock.advance(Duration.ofSeconds(60));
        assertThat(ask.token().status()).isEqualTo(200);
    }

    @Test
    void credentialsHaveToBeRight() {
        assertThat(ask.token("grant_type", "client_credentials", "client_id", "x", "client_secret", "y")
                        .body()
                        .get("error"))
                .isEqualTo("invalid_client");
        assertThat(ask.token("grant_type", "password").body().get("error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void theApplicationKeyAndTheTenantHaveToBeRight() {
        assertThat(ask.get(Map.of("ST-App-Key", "another"), UNITS).status()).isEqualTo(403);
        assertThat(ask.get(Map.of("Authorization", "Bearer invented"), UNITS).status())
                .isEqualTo(401);
        assertThat(ask.getOfTenant(sandbox.tenant() + 1, UNITS).status()).isEqualTo(403);
        SandboxOptions elsewhere = SandboxOptions.defaults().withTenant(sandbox.tenant() + 1);
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small(), elsewhere)) {
            assertThat(new Asking(other).get(UNITS).status()).isEqualTo(200);
        }
    }

    @Test
    void callsAreLimitedByTheSecondWhenToldTo() {
        SandboxOptions few = SandboxOptions.defaults().withClock(clock).withCallsPerSecond(3);
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small(), few)) {
            Asking asking = new Asking(other);
            for (int i = 0; i < 3; i++) {
                assertThat(asking.get(UNITS).status()).isEqualTo(200);
            }
            assertThat(asking.get(UNITS).title()).isEqualTo("Rate limit is exceeded. Try again in 1 seconds.");
            clock.advance(Duration.ofSeconds(1));
            assertThat(asking.get(UNITS).status()).isEqualTo(200);
        }
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(sandbox.credentials().toString())
                .doesNotContain(
                        sandbox.credentials().clientSecret(),
                        sandbox.credentials().appKey());
    }
}
