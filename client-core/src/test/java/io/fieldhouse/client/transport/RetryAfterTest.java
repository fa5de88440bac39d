package io.fieldhouse.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static @Nullable Duration in(String... headers) {
        return RetryAfter.in(Headers.of(headers));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "2, PT2S", "0.5, PT0.5S", "0.0001, PT0.001S", "86400, P1D"})
    void secondsAreReadAndRoundedUp(String header, Duration wait) {
        assertThat(in("Retry-After", header)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "999999999999999", "Fri, 31 Dec 2027 23:59:59 GMT"})
    void waitOfMoreThanADayCountsAsADay(String header) {
        assertThat(in("Retry-After", header, "Date", "Sat, 01 Nov 2025 00:00:00 GMT"))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void momentIsComparedWithThatOfTheResponse() {
        assertThat(in("Retry-After", "Sat, 01 Nov 2025 00:00:30 GMT", "Date", "Sat, 01 Nov 2025 00:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(in("Retry-After", "Sat, 01 Nov 2025 00:00:30 GMT")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "9999999999999999", "0x10"})
    void anythingElseIsNoWait(String header) {
        assertThat(in("Retry-After", header, "Date", "Sat, 01 Nov 2025 00:00:00 GMT"))
                .isNull();
    }
}
