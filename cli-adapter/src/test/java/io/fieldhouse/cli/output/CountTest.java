package io.fieldhouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({"0, 0 units", "1, 1 unit", "2, 2 units", "1154, '1,154 units'"})
    void oneIsOneAndThousandsAreToldApart(long number, String text) {
        assertThat(Count.of(number, "unit")).isEqualTo(text);
    }
}
