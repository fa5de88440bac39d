package io.fieldhouse.servicetitan.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("times")
class ValueAdaptersTest {
    @ParameterizedTest
    @CsvSource({
        "'\"95.00\"', 95.00",
        "95.00, 95.00",
        "-0.1688, -0.1688",
        "1.0000000000000000000, 1.0000000000000000000",
        "'\"1e2\"', 1E+2",
        "123456789012345678901.01, 123456789012345678901.01"
    })
    void moneyIsExactHoweverItIsWritten(String json, BigDecimal money) throws IOException {
        assertThat(read("{\"id\":1,\"money\":" + json + "}").money()).isEqualTo(money);
    }

    @Test
    void everythingButTheIdMayBeMissingNullOrEmpty() throws IOException {
        Row bare = new Row(1, null, null, null, null, null, null, null, null);

        assertThat(read("{\"id\":1}")).isEqualTo(bare);
        assertThat(read("{\"id\":1,\"count\":null,\"money\":null,\"at\":null,\"day\":null,\"text\":null,\"flag\":null,"
                        + "\"any\":null,\"list\":null}"))
                .isEqualTo(bare);
        assertThat(read("{\"id\":1,\"money\":\"\",\"at\":\"\",\"day\":\"\"}")).isEqualTo(bare);
    }

    @Test
    void valuesOfAllKindsAreRead() throws IOException {
        Row row = read("{\"new\":{\"x\":[1]},\"id\":\"7\",\"count\":3,\"at\":\"2026-01-02T16:28:55.8446003Z\","
                + "\"day\":\"2025-10-20T00:00:00-07:00\",\"text\":\"O'Brien\",\"flag\":true,"
                + "\"any\":{\"a\":[1,2.50,\"x\",null,true]},\"list\":[1,2]}");

        assertThat(row.id()).isEqualTo(7);
        assertThat(row.count()).isEqualTo(3);
        assertThat(row.at()).isEqualTo(Instant.parse("2026-01-02T16:28:55.844600Z"));
        assertThat(row.day()).isEqualTo(LocalDate.of(2025, 10, 20));
        assertThat(row.text()).isEqualTo("O'Brien");
        assertThat(row.flag()).isTrue();
        assertThat((Map<?, ?>) row.any()).hasToString("{a=[1, 2.50, x, null, true]}");
        assertThat(row.list()).isEqualTo(List.of(1L, 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"count\":1}; a value at path $.id",
                "{\"id\":1,\"money\":\"12 $\"}; a number at path $.money",
                "{\"id\":1,\"money\":1e999999999}; a number at path $.money",
                "{\"id\":1,\"money\":[]}; a number at path $.money",
                "{\"id\":1,\"at\":\"2026-01-02\"}; a time at path $.at",
                "{\"id\":1,\"day\":\"soon\"}; a time at path $.day",
                "{\"id\":1,\"list\":[1,\"x\"]}; at path $.list[1]"
            })
    void whatDoesNotFitIsNamedByItsPlace(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("{\"id\":1,\"any\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .isInstanceOf(JsonDataException.class);
    }

    private static Row read(String json) throws IOException {
        return Objects.requireNonNull(ValueAdapters.MOSHI.adapter(Row.class).fromJson(json));
    }
}
