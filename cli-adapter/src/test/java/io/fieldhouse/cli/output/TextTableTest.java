package io.fieldhouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static String[] lines(TextTable table) {
        return table.toString().split(System.lineSeparator());
    }

    @Test
    void numbersStandToTheRightAndEverythingElseToTheLeft() {
        TextTable table = new TextTable("name", "hours").row("a", 5).row("a long name", 1234567L);

        assertThat(lines(table))
                .containsExactly("name             hours", "a                    5", "a long name  1,234,567");
    }

    @Test
    void columnWithOneWordInItStandsToTheLeft() {
        assertThat(lines(new TextTable("n").row(10).row("none"))).containsExactly("n", "10", "none");
    }

    @Test
    void emptyCellsAreBlankAndLinesEndWithTheirLastCell() {
        assertThat(lines(new TextTable("name", "from").row(null, "x").row("only", null)))
                .containsExactly("name  from", "      x", "only");
    }

    @Test
    void tableWithoutRowsHasItsHeaders() {
        assertThat(new TextTable("name", "from").isEmpty()).isTrue();
        assertThat(lines(new TextTable("name", "from"))).containsExactly("name  from");
    }

    @Test
    void valuesAreWrittenTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TextTable.text(new BigDecimal("-1234.565"))).isEqualTo("-1,234.57");
            assertThat(TextTable.text(9876543210L)).isEqualTo("9,876,543,210");
            assertThat(TextTable.text(OffsetDateTime.parse("2025-06-12T23:30:00-10:00")))
                    .isEqualTo("2025-06-13 09:30Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatCameFromOutsideMovesNoCursor() {
        assertThat(TextTable.text("a\u001b[2J\tname\r\nb\u009b2Jc")).isEqualTo("a [2J name  b 2Jc");
    }
}
