package io.fieldhouse.etl.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private final Map<String, String> columns = new LinkedHashMap<>();
    private CsvDialect dialect = new CsvDialect(null, null, null);
    private CsvLimits limits = CsvLimits.DEFAULT;

    @BeforeEach
    void nameColumns() {
        columns.put("site", "Building");
        columns.put("worked-hours", "Hours");
        columns.put("bill-amount", "Billed");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void delimiterIsFoundFromTheHeader(String delimiter) throws IOException {
        assertThat(read("Building,Hours,Billed\nK-1,8,100\n".replace(",", delimiter)))
                .containsExactly(row("K-1", "8", "100"));
    }

    @Test
    void delimiterIsTheOneByWhichTheMappedColumnsAreFound() throws IOException {
        columns.put("worked-hours", "Hours, worked, in all");
        assertThat(read("Hours, worked, in all;Building;Billed\n8,5;K-1;100\n"))
                .containsExactly(row("K-1", "8.5", "100"));
    }

    @Test
    void delimiterThatIsSaidCounts() {
        dialect = new CsvDialect(Delimiter.TAB, null, null);
        assertThatThrownBy(() -> read("Building,Hours,Billed\nK-1,8,100\n"))
                .hasMessageContaining("none of the configured columns is there: Building (reconcile.site), ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void quotesHoldDelimitersLineBreaksAndQuotes(String lineBreak) throws IOException {
        assertThat(read("\"Building\",\"Hours\",\"Billed\"\n\"a \"\"b\"\", c\",\"1,234.50\",\"$5\"\n\"d\ne\",1,2"
                        .replace("\n", lineBreak)))
                .containsExactly(row("a \"b\", c", "1234.50", "5"), row("d" + lineBreak + "e", "1", "2"));
    }

    @Test
    void headerIsFoundWhateverItsCaseAndSpacesAndOrder() throws IOException {
        assertThat(read("\n,,\nNote, BILLED ,\"bUILDING\n\",hours\u00a0,\nx,1,K-1,2,\n\n,,,,\n"))
                .containsExactly(row("K-1", "2", "1"));
    }

    @Test
    void whatToDoIsSaidOnceWhereManyLinesHaveTheSameProblem() {
        assertThatThrownBy(() -> read("Building,Hours,Billed\nK-1,\"1,234\",5\nK-2,\"5,678\",1.200\nK-3,?,6\n"))
                .hasMessage("""
                        Refused. 4 problems:
                        - line 2: Hours may be 1234 or 1.234; set reconcile.decimal to point or comma.
                        - line 3: Hours may be 5678 or 5.678.
                        - line 3: Billed may be 1.200 or 1200.
                        - line 4: Hours is not a number; correct it, or leave it empty.""");
    }

    @Test
    void problemsAreBoundedAndCounted() {
        String rows =
                IntStream.rangeClosed(1, 50).mapToObj(i -> "K-" + i + ",?,1\n").collect(Collectors.joining());
        assertThatThrownBy(() -> read("Building,Hours,Billed\n" + rows))
                .hasMessageStartingWith("Refused. 50 problems:\n- line 2: ")
                .hasMessageContaining("- line 21: ")
                .hasMessageEndingWith("\n- and 30 more");
    }

    @Test
    void missingColumnsAreNamedBesideThoseThatAreThere() {
        assertThatThrownBy(() -> read("Building; Worked\u00a0 Hours ;Bill\nK-1;1;1\n"))
                .hasMessage("""
                        Refused. One problem:
                        - line 1: these columns are missing: Hours (reconcile.worked-hours), Billed (reconcile.bill-amount); there are: Building, Worked Hours, Bill; add them, or correct the settings.""");
    }

    @Test
    void firstLineThatIsNoHeaderIsNotRepeated() {
        assertThatThrownBy(() -> read("Ada Invented,8,100\n"))
                .hasMessageContaining("the first line has to be the header")
                .hasMessageNotContaining("Ada");
    }

    @Test
    void mappedColumnThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> read("Building,Hours,Billed,HOURS\nK-1,1,1,2\n"))
                .hasMessageContaining("line 1: the column Hours is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\ufeff", " ,,\n\r\n"})
    void emptyFileIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("It is empty; its first line has to be the header.");
    }

    @Test
    void headerAloneIsAListWithoutRows() throws IOException {
        assertThat(read("Building,Hours,Billed")).isEmpty();
    }

    @Test
    void rowsAreBounded() throws IOException {
        limits = new CsvLimits(3, 1000);
        String header = "Building,Hours,Billed\n";
        assertThat(read(header + "K-1,1,1\n\nK-2,1,1\n")).hasSize(2);
        assertThatThrownBy(() -> read(header + "K-1,1,1\n\nK-2,1,1\nK-3,1,1\n"))
                .hasMessageContaining("line 5: has more than 3 rows before it");
        assertThatThrownBy(() -> read("\n".repeat(100_000))).hasMessageContaining("It is empty");
    }

    @Test
    void lengthOfARowIsBounded() throws IOException {
        limits = new CsvLimits(1000, 100);
        String header = "Building,Hours,Billed,Note\n";
        assertThat(read(header + "K-1,1,1," + "x".repeat(92))).hasSize(1);
        for (String longer : List.of(
                "K-1,1,1," + "x".repeat(93),
                "K-1,1,1" + ",".repeat(94),
                "\"" + "x\n".repeat(1_000_000),
                "y".repeat(500))) {
            assertThatThrownBy(() -> read(header + "K-0,1,1,\n" + longer))
                    .hasMessageContaining("line 3: has ")
                    .hasMessageContaining("more than 100 characters");
        }
        assertThatThrownBy(() -> read("x".repeat(1_000_000))).hasMessageContaining("line 1: has ");
    }

    @Test
    void quoteWithoutItsCounterpartIsRefused() {
        assertThatThrownBy(() -> read("Building,Hours,Billed\nK-1,1,1\n\"K-2,1,1\nK-3,1,1\n"))
                .hasMessageContaining("line 3: has a quote without its counterpart");
        assertThatThrownBy(() -> read("Building,Hours,Billed\n\"K\"-1,1,1\n"))
                .hasMessageContaining("line 2: has a quote without its counterpart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "Shift_JIS"})
    void bytesThatTheEncodingDoesNotHaveAreNoFaultOfQuotes(String encoding) {
        dialect = new CsvDialect(null, Charset.forName(encoding), null);
        assertThatThrownBy(() -> read("Building,Hours,Billed\nK-1,1,1\nCaf\u00e9,1,1\n", StandardCharsets.ISO_8859_1))
                .hasMessageEndingWith("- line 3: has bytes that are not " + encoding
                        + "; set reconcile.encoding to what the file is in, or leave it out to have that found out."
                        + " It was not read any further.");
    }

    private List<List<@Nullable Object>> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<List<@Nullable Object>> read(String text, Charset encoding) throws IOException {
        Problems problems = new Problems();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        new CsvRows(columns, dialect, limits, problems).read(new ByteArrayInputStream(text.getBytes(encoding)), row -> {
            if (row.fits()) {
                rows.add(Arrays.asList(row.text("site"), row.number("worked-hours"), row.number("bill-amount")));
            }
        });
        problems.throwIfAny("Refused.");
        return rows;
    }

    private static List<@Nullable Object> row(String site, String hours, String billed) {
        return Arrays.asList(site, new BigDecimal(hours), new BigDecimal(billed));
    }
}
