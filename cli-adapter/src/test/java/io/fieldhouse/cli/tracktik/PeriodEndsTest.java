package io.fieldhouse.cli.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.Closing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodEndsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 7, 10);

    private static PeriodEnds at(String instant, int closingLag) {
        return new PeriodEnds(
                new Closing(ZoneId.of("Pacific/Honolulu"), closingLag),
                Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    /** Midnight of Honolulu is 10:00 in UTC. */
    @ParameterizedTest
    @CsvSource({
        "0, 2025-07-12T09:59:00Z, true",
        "0, 2025-07-12T10:00:00Z, false",
        "3, 2025-07-15T09:59:00Z, true",
        "3, 2025-07-15T10:00:00Z, false"
    })
    void periodIsOverADayAfterItsLastOneEverywhere(int closingLag, OffsetDateTime loadedAt, boolean isAfter) {
        assertThat(at("2025-08-01T00:00:00Z", closingLag).isAfter(loadedAt, LAST_DAY))
                .isEqualTo(isAfter);
    }

    @Test
    void warningSaysWhetherMoreIsToComeOrToBeLoaded() {
        assertThat(at("2025-07-11T09:00:00Z", 0).warning("2025-P14", LAST_DAY))
                .isEqualTo("2025-P14 is not over yet: until 2025-07-10 its figures are those of so far.");
        assertThat(at("2025-07-11T10:00:00Z", 0).warning("2025-P14", LAST_DAY))
                .isEqualTo("2025-P14 was loaded before its last shifts were over: load it again, from 2025-07-12 on.");
        assertThat(at("2025-07-12T10:00:00Z", 0).warning("2025-P14", LAST_DAY))
                .isEqualTo("2025-P14 was loaded before its last shifts were over: load it again.");
        assertThat(at("2025-07-12T10:00:00Z", 3).warning("2025-P14", LAST_DAY))
                .startsWith("2025-P14 is not over yet: until 2025-07-13 ");
    }
}
