package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Types;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under several default time zones: see the pom. */
@Tag("times")
class ValueAdaptersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-08-13T11:56:11+00:00\"",
                "\"2025-08-13T11:56:11Z\"",
                "\"2025-08-13T07:56:11-04:00\"",
                "\"2025-08-13 11:56:11\"",
                "\"2025-08-13T11:56:11.0000000Z\"",
                "1755086171",
                "\"1755086171\"",
                "\"1755086171.0\""
            })
    void momentIsReadInEveryForm(String json) throws IOException {
        assertThat((Instant) read(Instant.class, json)).isEqualTo(Instant.parse("2025-08-13T11:56:11Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-08-01\"",
                "\"2022-08-01T00:00:00+00:00\"",
                "\"2022-08-01T00:00:00-10:00\"",
                "\"2022-08-01T00:00:00+14:00\"",
                "\"2022-08-01 00:00:00\"",
                "\"1659312000\""
            })
    void dayIsNeverShifted(String json) throws IOException {
        assertThat((LocalDate) read(LocalDate.class, json)).isEqualTo(LocalDate.of(2022, 8, 1));
    }

    @ParameterizedTest
    @ValueSource(classes = {Instant.class, OffsetDateTime.class, LocalDate.class})
    void zeroesAreNoTime(Class<?> type) throws IOException {
        assertThat(read(type, "\"0000-00-00\"")).isNull();
        assertThat(read(type, "\"0000-00-00 00:00:00\"")).isNull();
    }

    @Test
    void localTimeKeepsItsOffset() throws IOException {
        assertThat(read(OffsetDateTime.class, "\"2025-05-30T00:00:00-04:00\"")).hasToString("2025-05-30T00:00-04:00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void localTimeIsWhatTheJdkMakesOfIt(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            OffsetDateTime time = OffsetDateTime.of(
                    LocalDate.of(1970, 1, 1).plusDays(random.nextInt(40_000)),
                    LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                    ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60 + 1) - 18 * 60)));
            String text =
                    DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(time);
            assertThat(read(OffsetDateTime.class, '"' + text + '"')).isEqualTo(time);
            char[] broken = text.toCharArray();
            broken[random.nextInt(broken.length)] = "x0:-9T+ ".charAt(random.nextInt(8));

            Object expected = parsed(broken[10] == ' ' ? new String(broken).replace(' ', 'T') : new String(broken));
            if (expected == null) {
                assertThatThrownBy(() -> read(OffsetDateTime.class, '"' + new String(broken) + '"'))
                        .as(new String(broken))
                        .isInstanceOf(JsonDataException.class);
            } else {
                assertThat(read(OffsetDateTime.class, '"' + new String(broken) + '"'))
                        .isEqualTo(expected);
            }
        }
    }

    private static @Nullable OffsetDateTime parsed(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({"null", "\"\""})
    void nothingIsNoValueAtAll(String json) throws IOException {
        assertThat(read(Instant.class, json)).isNull();
        assertThat(read(LocalDate.class, json)).isNull();
        assertThat(read(OffsetDateTime.class, json)).isNull();
        assertThat(read(BigDecimal.class, json)).isNull();
        assertThat(read(Types.newParameterizedType(Ref.class, Region.class), json))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"2025-13-01\"", "\"30/05/2025\"", "{}", "true"})
    void timeThatIsNoneIsRefusedWithoutBeingRepeated(String json) {
        for (Type type : List.of(Instant.class, LocalDate.class, OffsetDateTime.class)) {
            assertThatThrownBy(() -> read(type, json))
                    .isInstanceOf(JsonDataException.class)
                    .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("soon", "2025-13-01", "30/05"));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "22.50, 22.50", "\"95.00\", 95.00", "-0.1, -0.1", "1.0000000000000000000, 1.0000000000000000000"
    })
    void amountIsExact(String json, String amount) throws IOException {
        assertThat((BigDecimal) read(BigDecimal.class, json)).isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "\"1e999999999\"", "[]"})
    void amountThatIsNoneIsRefused(String json) {
        assertThatThrownBy(() -> read(BigDecimal.class, json)).isInstanceOf(JsonDataException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "'\"5\"', 5", "'\"5.00\"', 5", "5.0, 5", "'\"\"',", "'\" \"',", "null,"})
    void wholeNumberMayBeText(String json, @Nullable Long number) throws IOException {
        assertThat(read(Long.class, json)).isEqualTo(number);
        assertThat(read(Integer.class, json)).isEqualTo(number == null ? null : number.intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"five\"", "1.5", "\"1.5\"", "\"9223372036854775808\"", "true", "[]"})
    void wholeNumberThatIsNoneIsRefused(String json) {
        for (Type type : List.of(Long.class, Integer.class)) {
            assertThatThrownBy(() -> read(type, json))
                    .isInstanceOf(JsonDataException.class)
                    .hasMessageNotContaining("five");
        }
        assertThatThrownBy(() -> read(Integer.class, "2147483648")).isInstanceOf(JsonDataException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "false, false",
        "1, true",
        "0, false",
        "'\"1\"', true",
        "'\"0\"', false",
        "'\"Yes\"', true",
        "'\"NO\"', false",
        "'\"true\"', true",
        "'\"False\"', false",
        "'\"\"',",
        "null,"
    })
    void flagMayBeText(String json, @Nullable Boolean flag) throws IOException {
        assertThat(read(Boolean.class, json)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"maybe\"", "2", "{}"})
    void flagThatIsNoneIsRefused(String json) {
        assertThatThrownBy(() -> read(Boolean.class, json))
                .isInstanceOf(JsonDataException.class)
                .hasMessageNotContaining("maybe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[\"a\",\"b c\"]; a|b c", "\"a, b c\"; a|b c", "[]; ''", "\"\"; ''", "[\"\",\"a\"]; a", "[7]; 7"})
    void textsAreAListOrHaveCommasBetween(String json, String texts) throws IOException {
        Type type = Types.newParameterizedType(List.class, String.class);
        assertThat(read(type, json)).isEqualTo(texts.isEmpty() ? List.of() : List.of(texts.split("[|]")));
        assertThat(read(type, "null")).isNull();
        assertThatThrownBy(() -> read(type, "[{}]")).isInstanceOf(JsonDataException.class);
    }

    @Test
    void relationIsAnIdOrTheRecordItself() throws IOException {
        Type type = Types.newParameterizedType(Ref.class, Region.class);
        assertThat(read(type, "17")).isEqualTo(Ref.to(17));
        assertThat(read(type, "\"17\"")).isEqualTo(Ref.to(17));
        assertThat(read(type, "{\"name\":\"Hawaii\",\"id\":274,\"new\":{\"x\":[1]}}"))
                .isInstanceOfSatisfying(Ref.class, included -> {
                    assertThat(included.id()).isEqualTo(274);
                    assertThat(included.object())
                            .isInstanceOfSatisfying(
                                    Region.class,
                                    region -> assertThat(region.name()).isEqualTo("Hawaii"));
                });
    }

    @Test
    void anyValueIsReadWithoutLoss() throws IOException {
        Object values = read(
                Types.newParameterizedType(Map.class, String.class, Object.class),
                "{\"big\":9007199254740993,\"money\":0.10,\"huge\":123456789012345678901,\"none\":null,\"list\":[1,\"a\",true]}");
        assertThat(values)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("big", 9007199254740993L)
                .containsEntry("money", new BigDecimal("0.10"))
                .containsEntry("huge", new BigDecimal("123456789012345678901"))
                .containsEntry("none", null)
                .containsEntry("list", List.of(1L, "a", true));
    }

    @ParameterizedTest
    @CsvSource({
        // Before, in and after both changes of the clock, and where it never changes.
        "2025-03-09T01:30:00-08:00, America/Los_Angeles, 2025-03-09",
        "2025-03-09T23:30:00-07:00, America/Los_Angeles, 2025-03-09",
        "2025-11-02T00:30:00-07:00, America/Los_Angeles, 2025-11-02",
        "2025-11-02T23:59:59-08:00, America/Los_Angeles, 2025-11-02",
        "2025-06-13T03:59:00-04:00, Pacific/Honolulu, 2025-06-12",
        "2025-06-13T09:59:00+00:00, Pacific/Honolulu, 2025-06-12",
        "2025-06-13T10:00:00+00:00, Pacific/Honolulu, 2025-06-13"
    })
    void businessDateIsTheSitesOwn(String start, String zone, String date) throws IOException {
        Shift shift = shift("{\"id\":1,\"startDateTime\":\"" + start + "\",\"timeZone\":\"" + zone + "\"}");
        assertThat(shift.businessDate()).hasToString(date);
    }

    @Test
    void unknownFieldsAndValuesBreakNothing() throws IOException {
        Shift shift = shift(
                "{\"id\":1,\"attendanceStatus\":\"TELEPORTED\",\"fresh\":[{\"a\":1}],\"employee\":null,\"payRate\":\"\"}");
        assertThat(shift.attendanceStatus()).isEqualTo("TELEPORTED");
        assertThat(shift.employee()).isNull();
        assertThat(shift).hasToString("Shift[1]");
    }

    private static Shift shift(String json) throws IOException {
        return (Shift) Objects.requireNonNull(read(Shift.class, json));
    }

    private static @Nullable Object read(Type type, String json) throws IOException {
        return ValueAdapters.MOSHI.adapter(type).fromJson(json);
    }
}
