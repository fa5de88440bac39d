package io.fieldhouse.etl.tracktik.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {
    /** 2025-05-30 to 2025-06-12. */
    private static final Period PERIOD =
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)).labelled("2025-P12");

    @ParameterizedTest
    @CsvSource({
        "2025-P12, true",
        "2025-p12, true",
        "2025-P11, false",
        "2025-W12, false",
        "2025-05-29, false",
        "2025-05-30, true",
        "2025-06-12, true",
        "2025-06-13, false"
    })
    void labelOrDaySaysWhetherItIsThePeriod(String text, boolean isMeant) {
        assertThat(new PeriodText(PERIOD, null).isMeant(text)).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MM/dd/yyyy   | 06/12/2025",
                "M/d/uuuu     | 6/12/2025",
                "M/d/yy       | 6/12/25",
                "dd.MM.yyyy   | 12.06.2025",
                "MMM d, yyyy  | jun 12, 2025",
                "yyyyMMdd     | 20250612",
                "yyyy-MM-dd[ HH:mm:ss] | 2025-06-12 23:59:59",
                "yyyy-MM-dd[ HH:mm:ss] | 2025-06-12"
            })
    void daysAreReadByTheirPattern(String pattern, String day) {
        PeriodText period = new PeriodText(PERIOD, pattern);

        assertThat(period.isMeant(day)).isTrue();
        assertThat(period.isMeant("2025-P12")).isTrue();
        assertThat(new PeriodText(PeriodCalendar.months().labelled("2025-M05"), pattern).isMeant(day))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P12", "12.06.2025", "06/12/2025", "2025-06-31", "2025-6-12", "2025-06-12T08:00", "June"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> new PeriodText(PERIOD, null).isMeant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void dayThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> new PeriodText(PERIOD, "MM/dd/yyyy").isMeant("06/31/2025"))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM/dd", "yyyy", "HH:mm", "nonsense", "{", "yyyy-MM-dd HH:mm"})
    void patternThatLeavesTheDayOpenIsRefused(String pattern) {
        assertThatThrownBy(() -> PeriodText.format(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
