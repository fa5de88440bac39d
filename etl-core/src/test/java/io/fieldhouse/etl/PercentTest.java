package io.fieldhouse.etl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({"0.07, 7 percent", "0.1, 10 percent", "0, 0 percent", "1, 100 percent", "0.0005, 0.05 percent"})
    void shareIsSaidWithTheDigitsThatItHas(double share, String said) {
        assertThat(Percent.of(share)).isEqualTo(said);
    }
}
