package io.fieldhouse.etl.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0            | 0",
                "007          | 7",
                "1234         | 1234",
                "1234.5       | 1234.5",
                "1234,5       | 1234.5",
                "1,234.50     | 1234.50",
                "1.234,50     | 1234.50",
                "1,234,567    | 1234567",
                "1.234.567    | 1234567",
                "1 234,567    | 1234.567",
                "1'234.567    | 1234.567",
                "1\u00a0234,5 | 1234.5",
                "1\u2019234.5 | 1234.5",
                "1 234 567    | 1234567",
                "1,23         | 1.23",
                "1.2          | 1.2",
                "1,2345       | 1.2345",
                "1234,567     | 1234.567",
                "1234.567     | 1234.567",
                "0,123        | 0.123",
                "0.123        | 0.123",
                ".5           | 0.5",
                ",5           | 0.5",
                "12,345,678.9 | 12345678.9",
            })
    void numberWithOneWayToReadItIsReadWithoutASign(String text, BigDecimal number) {
        assertThat(NumberText.read(text, null)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "-12.345", "$999,000", "(1,000)"})
    void numberWithTwoWaysToReadItIsRefusedWithoutASign(String text) {
        assertThatThrownBy(() -> NumberText.read(text, null))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("may be ")
                .hasMessageContaining("set reconcile.decimal");
    }

    @Test
    void refusalOfAnAmbiguousNumberShowsBothReadings() {
        assertThatThrownBy(() -> NumberText.read("12,345", null))
                .hasMessage("may be 12345 or 12.345; set reconcile.decimal to point or comma");
    }

    @Test
    void decimalSignSettlesIt() {
        assertThat(NumberText.read("1,234", DecimalSign.POINT)).isEqualByComparingTo("1234");
        assertThat(NumberText.read("1,234", DecimalSign.COMMA)).isEqualByComparingTo("1.234");
        assertThat(NumberText.read("1.234", DecimalSign.POINT)).isEqualByComparingTo("1.234");
        assertThat(NumberText.read("1.234", DecimalSign.COMMA)).isEqualByComparingTo("1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1,23", "1.234,50", "1,23,456", "12,34", "0,123", "1,2345"})
    void groupsOfThousandsHaveThreeDigitsWhereThePointIsSaid(String text) {
        assertThatThrownBy(() -> NumberText.read(text, DecimalSign.POINT))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("decimal sign is the point");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$1,234.50      | 1234.50",
                "$ 12.5         | 12.5",
                "\u20ac1.234,50 | 1234.50",
                "1.234,50 \u20ac | 1234.50",
                "-12            | -12",
                "- 12           | -12",
                "+12            | 12",
                "12-            | -12",
                "\u221212.5     | -12.5",
                "(12.00)        | -12.00",
                "($1,234.50)    | -1234.50",
                "$(12.00)       | -12.00",
                "-$12.00        | -12.00",
                "$-12.00        | -12.00",
                "-              | 0",
                "$ -            | 0",
                "\u2013         | 0",
            })
    void signsAreUnderstood(String text, BigDecimal number) {
        assertThat(NumberText.read(text, null)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "#N/A",
                "1.2E+05",
                "12 h",
                "8:30",
                "5 %",
                "1..2",
                "1,,2",
                "1,2,3",
                "1,234.5.6",
                "1 23",
                "12.",
                ".",
                ",",
                "$",
                "()",
                "(",
                "(5",
                "5)",
                "--5",
                "-(5)",
                "(-5)",
                "$$5",
                "$5\u20ac",
                "-5-",
                "1,234'567.8",
                "\u0661\u0662",
                "NaN",
                "Infinity",
                "0x10",
                "1_000"
            })
    void whatIsNoNumberIsRefusedAndNotRepeated(String text) {
        for (@Nullable DecimalSign decimal : new @Nullable DecimalSign[] {null, DecimalSign.POINT, DecimalSign.COMMA}) {
            assertThatThrownBy(() -> NumberText.read(text, decimal))
                    .isInstanceOf(NumberFormatException.class)
                    .hasMessageMatching("(is not a number|has more than one sign).*");
        }
    }

    @Test
    void numberIsBounded() {
        assertThat(NumberText.read("9".repeat(30), null)).isEqualByComparingTo("9".repeat(30));
        assertThatThrownBy(() -> NumberText.read("9".repeat(31), null)).hasMessageContaining("30 digits");
        assertThatThrownBy(() -> NumberText.read("1" + ",000".repeat(100_000), null))
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "de-CH", "fr-CA", "pl-PL"})
    void whatALocaleWritesIsReadBack(String tag) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(tag));
        DecimalSign decimal = signs.getDecimalSeparator() == '.' ? DecimalSign.POINT : DecimalSign.COMMA;
        DecimalFormat format = new DecimalFormat("#,##0.00#", signs);
        Random random = new Random(tag.hashCode());
        for (int i = 0; i < 2000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(4));
            assertThat(NumberText.read(format.format(number), decimal)).isEqualByComparingTo(number);
        }
    }
}
