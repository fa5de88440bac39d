package io.fieldhouse.servicetitan.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-02T16:28:55.8446003Z, 2026-01-02T16:28:55.844600Z",
        "2026-01-02T16:28:55.9999999Z, 2026-01-02T16:28:55.999999Z",
        "2026-01-02T16:28:55Z, 2026-01-02T16:28:55Z",
        "2026-01-02T16:28:55.1Z, 2026-01-02T16:28:55.1Z",
        "2026-01-02T16:28:55.123456789Z, 2026-01-02T16:28:55.123456Z",
        "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z",
        "2025-10-13T13:13:02.9368539-07:00, 2025-10-13T20:13:02.936853Z",
        "2025-10-13T13:13:02+05:30, 2025-10-13T07:43:02Z",
        "2025-10-13T13:13:02, 2025-10-13T13:13:02Z",
        "2025-10-13T13:13:02.5, 2025-10-13T13:13:02.5Z",
        "2025-10-13T13:13Z, 2025-10-13T13:13:00Z"
    })
    void momentsAreCutToMicroseconds(String text, Instant moment) {
        assertThat(Times.moment(text)).isEqualTo(moment);
    }

    @RepeatedTest(20)
    void everyMomentIsReadAsTheJdkReadsIt() {
        Random random = new Random(17);
        for (int i = 0; i < 1000; i++) {
            Instant moment = Instant.ofEpochSecond(
                    random.nextLong(-60_000_000_000L, 10_000_000_000L), random.nextInt(10_000_000) * 100L);

            assertThat(Times.moment(moment.toString())).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-13-02T16:28:55Z",
                "2026-02-30T16:28:55Z",
                "2026-01-02T24:28:55Z",
                "2026-01-02T16:60:55Z",
                "2026-01-02T16:28:61Z",
                "2026-01-02T16:28:55.12x4567Z",
                "2026-01-02T16:28:55.1234567891Z",
                "2026/01/02T16:28:55Z",
                "soon",
                ""
            })
    void whatIsNoMomentIsNotTakenForOne(String text) {
        assertThatThrownBy(() -> Times.moment(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-10-20T00:00:00-07:00", "2025-10-20T23:59:59+14:00", "2025-10-20", "2025-10-20T00:00:00Z"})
    void dayIsTheOneThatIsWritten(String text) {
        assertThat(Times.day(text)).isEqualTo(LocalDate.of(2025, 10, 20));
    }

    @Test
    void firstDayOfTheFirstYearIsNone() {
        assertThat(Times.moment("0001-01-01T00:00:00Z")).isNull();
        assertThat(Times.moment("0001-01-01T00:00:00")).isNull();
        assertThat(Times.day("0001-01-01T00:00:00")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "20.10.2025", "2025-10-20 00:00", "2025-1-2"})
    void whatIsNoDayIsNotTakenForOne(String text) {
        assertThatThrownBy(() -> Times.day(text)).isInstanceOf(DateTimeException.class);
    }
}
