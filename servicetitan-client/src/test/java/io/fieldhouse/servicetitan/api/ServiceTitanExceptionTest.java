package io.fieldhouse.servicetitan.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTitanExceptionTest {
    @Test
    void messageSaysWhatIsKnown() {
        ServiceTitanException failure = ServiceTitanException.of(Kind.SERVER, "GET", "/jpm/v2/tenant/7/jobs")
                .status(500)
                .explanation("What follows")
                .vendorMessage("Oh")
                .traceId("00-ab:|1.0")
                .retryAfter(Duration.ofSeconds(3))
                .build()
                .after(4);

        assertThat(failure)
                .hasMessage("GET /jpm/v2/tenant/7/jobs: SERVER, status 500, after 4 attempts. What follows."
                        + " ServiceTitan says: Oh (trace 00-ab:|1.0)");
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void vendorsWordsAreShortAndWithoutWhatIsSomebodys() {
        ServiceTitanException failure = ServiceTitanException.of(Kind.BAD_REQUEST, "GET", "/x")
                .vendorMessage("'Ann O'Hara' at ann@example.com, +1 602 555 0199: \"secret\"\n" + "x".repeat(9000))
                .build();

        assertThat(failure.vendorMessage())
                .doesNotContain("Ann", "example", "602", "secret", "\n")
                .hasSizeLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "a b", "ann@example.com"})
    void traceThatIsNoneIsLeftOut(String said) {
        assertThat(ServiceTitanException.of(Kind.SERVER, "GET", "/x")
                        .traceId(said)
                        .build()
                        .traceId())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitingCanMendIsTransient(Kind kind) {
        boolean passes = switch (kind) {
            case RATE_LIMITED, TOO_SLOW, SERVER, NETWORK -> true;
            default -> false;
        };
        assertThat(ServiceTitanException.of(kind, "GET", "/x").build().isTransient())
                .isEqualTo(passes);
    }
}
