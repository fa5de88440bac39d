package io.fieldhouse.servicetitan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTitanConfigTest {
    private static final Credentials KNOWN = new Credentials("the-key", "the-id", "the-secret");

    @Test
    void productionAndIntegrationAreKnown() {
        assertThat(Environment.PRODUCTION.api()).hasToString("https://api.servicetitan.io/");
        assertThat(Environment.PRODUCTION.auth()).hasToString("https://auth.servicetitan.io/");
        assertThat(Environment.INTEGRATION.api()).hasToString("https://api-integration.servicetitan.io/");
        assertThat(Environment.INTEGRATION.auth()).hasToString("https://auth-integration.servicetitan.io/");
    }

    @Test
    void defaultsAreTheVendorsLimits() {
        ServiceTitanConfig config = ServiceTitanConfig.of(Environment.PRODUCTION, 7, KNOWN);

        assertThat(config.pace()).isEqualTo(Pace.perSecond(60));
        assertThat(config.betweenReports()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.bounds().readTimeout()).isGreaterThan(Duration.ofSeconds(100));
        assertThat(config.bounds().callTimeout()).isGreaterThan(config.bounds().readTimeout());
    }

    @Test
    void noSecretIsShown() {
        ServiceTitanConfig config = ServiceTitanConfig.of(Environment.PRODUCTION, 7, KNOWN);

        assertThat(KNOWN.toString() + config).doesNotContain("the-key", "the-id", "the-secret");
        assertThat(From.token("the-token", LocalDate.EPOCH)).hasToString("From[a token]");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.servicetitan.io, begins with https",
        "ftp://api.servicetitan.io, no address",
        "servicetitan, no address",
        "https://me:pw@api.servicetitan.io, no user",
        "https://api.servicetitan.io/?key=1, no query"
    })
    void addressThatIsNoneIsRefusedAndNotRepeated(String address, String reason) {
        assertThatThrownBy(() -> Environment.at(address, "https://api.servicetitan.io"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("pw");
        assertThatThrownBy(() -> Environment.at("https://auth.servicetitan.io", address))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "line\n", "ключ"})
    void credentialThatWasCopiedWronglyIsRefused(String value) {
        assertThatThrownBy(() -> new Credentials(value, "b", "c")).hasMessageContaining("app key");
        assertThatThrownBy(() -> new Credentials("a", value, "c")).hasMessageContaining("client id");
        assertThatThrownBy(() -> new Credentials("a", "b", value)).hasMessageContaining("client secret");
    }

    @Test
    void limitsThatAreNoneAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> ServiceTitanConfig.of(Environment.PRODUCTION, 0, KNOWN))
                .hasMessageContaining("tenant");
        assertThatThrownBy(() -> Pace.perSecond(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Pace.perSecond(60).withRequestsInFlight(0)).hasMessageContaining("above 0");
        ServiceTitanConfig config = ServiceTitanConfig.of(Environment.PRODUCTION, 7, KNOWN);
        assertThatThrownBy(() -> config.withBetweenReports(second.negated())).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Retries(1, second, second, second, second)).hasMessageContaining("longest delay");
        assertThatThrownBy(() -> new Retries(1, second, second.plusNanos(1), second, second))
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> new Bounds(second, second, second, 1L << 31)).hasMessageContaining("2 GiB");
    }
}
