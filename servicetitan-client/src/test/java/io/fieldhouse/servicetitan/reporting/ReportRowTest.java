package io.fieldhouse.servicetitan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class ReportRowTest {
    @Test
    void cellsGoByTheirNames() {
        ReportRow row = row("\"2025-10-20T00:00:00-07:00\"", "\"J-\\u00e9 \\\"1\\\"\"", "null", "1250.10", "false");

        assertThat(row.day("ScheduledDate")).isEqualTo("2025-10-20");
        assertThat(row.moment("ScheduledDate")).isEqualTo("2025-10-20T07:00:00Z");
        assertThat(row.text("JobNumber")).isEqualTo("J-é \"1\"");
        assertThat(row.text("SoldBy")).isNull();
        assertThat(row.number("Subtotal")).isEqualTo(new BigDecimal("1250.10"));
        assertThat(row.text("Subtotal")).isEqualTo("1250.10");
        assertThat(row.flag("NoCharge")).isFalse();
        assertThat(row.misfits()).isEmpty();
        assertThat(row).hasToString("ReportRow[5 cells]");
    }

    @Test
    void nullStaysNullWhateverItIsTakenFor() {
        ReportRow row = row("null", "null", "null", "null", "null");

        assertThat(row.day("ScheduledDate")).isNull();
        assertThat(row.moment("ScheduledDate")).isNull();
        assertThat(row.number("Subtotal")).isNull();
        assertThat(row.flag("NoCharge")).isNull();
        assertThat(row.misfits()).isEmpty();
    }

    @Test
    void wrongCellIsKeptAsItCame() {
        ReportRow row = row("\"soon\"", "17", "[1]", "\"N/A\"", "3");

        assertThat(row.misfits())
                .extracting(Cell::misfit)
                .containsExactly(
                        "ScheduledDate: expected a Date",
                        "SoldBy: expected a String",
                        "Subtotal: expected a Number",
                        "NoCharge: expected a Boolean");
        assertThat(row.misfits()).extracting(Cell::json).containsExactly("\"soon\"", "[1]", "\"N/A\"", "3");
        assertThat(row.text("JobNumber")).isEqualTo("17");
        assertThat(row.cell("Subtotal").number()).isNull();
        assertThat(row.cell("Subtotal").text()).isEqualTo("N/A");
        assertThat(row.cell("Subtotal")).hasToString("Cell[Subtotal]");
    }

    @Test
    void wrongCellIsNoNullWithoutAWord() {
        ReportRow row = row("\"soon\"", "null", "null", "\"secret\"", "null");

        assertThatThrownBy(() -> row.number("Subtotal"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Row 13 of page 2 of the report operations/7, Subtotal: expected a number")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> row.day("ScheduledDate")).hasMessageContaining("expected a date");
        assertThatThrownBy(() -> row.flag("Subtotal")).hasMessageContaining("expected true or false");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-0.1688, -0.1688",
        "\"95.00\", 95.00",
        "\" 7 \", 7",
        "1.0000000000000000000, 1.0000000000000000000",
        "1E3, 1E+3"
    })
    void numberIsExact(String json, BigDecimal number) {
        assertThat(row("null", "null", "null", json, "null").number("Subtotal")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1,234.50\"", "\"12 %\"", "\"NaN\"", "\"1e999999999\"", "true", "{\"a\":1}"})
    void whatIsNoNumberIsNotGuessed(String json) {
        assertThat(row("null", "null", "null", json, "null").cell("Subtotal").number())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dayIsTheOneThatIsWrittenWhateverTheOffset(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
            OffsetDateTime time = OffsetDateTime.of(
                    day,
                    LocalTime.ofNanoOfDay(100L * random.nextLong(864_000_000_000L)),
                    ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60 + 1) - 18 * 60)));
            ReportRow row = row("\"" + time + "\"", "null", "null", "null", "null");

            assertThat(row.day("ScheduledDate")).as("%s", time).isEqualTo(day);
            assertThat(row.moment("ScheduledDate")).isEqualTo(time.toInstant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    @Test
    void timeWithoutAnOffsetIsNoMoment() {
        Cell cell =
                row("\"2025-10-20T00:00:00\"", "null", "null", "null", "null").cell("ScheduledDate");

        assertThat(cell.moment()).isNull();
        assertThat(cell.day()).isEqualTo("2025-10-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000-07:00"})
    void theFirstDayOfAllIsNone(String none) {
        ReportRow row = row("\"" + none + "\"", "null", "null", "null", "null");

        assertThat(row.day("ScheduledDate")).isNull();
        assertThat(row.moment("ScheduledDate")).isNull();
        assertThat(row.misfits()).isEmpty();
        assertThat(row.text("ScheduledDate")).isEqualTo(none);
        assertThat(row.cell("ScheduledDate").day()).isNull();
        assertThat(row.cell("ScheduledDate").moment()).isNull();
    }

    @Test
    void unknownColumnNamesTheNearest() {
        ReportRow row = row("null", "null", "null", "1", "null");

        assertThat(row.has("SubTotal")).isFalse();
        assertThatThrownBy(() -> row.number("SubTotal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column SubTotal. The nearest are 'Subtotal'");
    }

    @Test
    void jsonIsTheWholeRowAsAnObject() {
        assertThat(row("\"2025-10-20\"", "\"\\u00e9\"", "null", "1.50", "{\"a\":[1]}")
                        .json()
                        .utf8())
                .isEqualTo("{\"ScheduledDate\":\"2025-10-20\",\"JobNumber\":\"\\u00e9\",\"SoldBy\":null,"
                        + "\"Subtotal\":1.50,\"NoCharge\":{\"a\":[1]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "\"Total\";null;null;1250.10;null;true",
                "null;\"Grand Total\";null;0;null;true",
                "null;\"\";\"Grand totals:\";0;null;true",
                // What nobody was assigned to.
                "null;\"\";null;1250.10;null;false",
                "null;null;null;500;null;false",
                // A job without a seller, a row without numbers, and somebody who is called so.
                "\"2025-10-20\";\"J-1\";null;1250.10;null;false",
                "null;null;null;null;null;false",
                "\"Total\";null;null;null;null;false",
                "\"2025-10-20\";\"Total\";null;1250.10;null;false",
                "\"Total\";\"Total\";null;1250.10;null;false"
            })
    void rowOfTotalsSaysSo(String day, String job, String seller, String subtotal, String free, boolean total) {
        assertThat(row(day, job, seller, subtotal, free).isTotal()).isEqualTo(total);
    }

    @Test
    void groupWithoutANameIsNoTotal() {
        List<ReportField> fields =
                List.of(new ReportField("Unit", "Unit", "String"), new ReportField("Sum", "Sum", "Number"));
        Columns columns = Columns.of(fields, Definitions.definition("By unit", List.of(), fields));

        assertThat(new ReportRow(columns, List.of("null", "5"), "page 1", 1).isTotal())
                .isFalse();
        assertThat(new ReportRow(columns, List.of("\"TOTAL\"", "5"), "page 1", 1).isTotal())
                .isTrue();
    }

    private static ReportRow row(String... cells) {
        return new ReportRow(
                Columns.of(Definitions.FIELDS, Definitions.COSTING),
                Arrays.asList(cells),
                "page 2 of the report operations/7",
                13);
    }
}
