package io.fieldhouse.etl.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFiguresTest {
    private static final Period PERIOD =
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)).labelled("2025-P12");

    private final Map<String, String> mapping =
            new HashMap<>(Map.of("site", "Building", "worked-hours", "Hours", "bill-amount", "Billed"));
    private CsvLimits limits = CsvLimits.DEFAULT;
    private long otherPeriods;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void delimiterIsFoundFromTheHeader(String delimiter) throws IOException {
        assertThat(read("Building,Hours,Billed\nK-1,8,100\n".replace(",", delimiter)))
                .containsExactly(row("K-1", "8", "100"));
    }

    @Test
    void delimiterIsTheOneByWhichTheMappedColumnsAreFound() throws IOException {
        mapping.put("worked-hours", "Hours, worked, in all");
        assertThat(read("Hours, worked, in all;Building;Billed\n8,5;K-1;100\n"))
                .containsExactly(row("K-1", "8.5", "100"));
    }

    @Test
    void delimiterThatIsSaidCounts() {
        mapping.put("delimiter", "tab");
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
    void blankFieldsAreEmptyAndRowsWithoutSiteAndFiguresAreNone() throws IOException {
        mapping.put("period", "Day");
        assertThat(read("Building,Hours,Billed,Note,Day\nK-1, ,\u00a0,,2025-06-01\n , ,,a note,\nK-2,0,,,2025-06-01\n"))
                .containsExactly(row("K-1", null, null), row("K-2", "0", null));
    }

    @Test
    void rowsOfOtherPeriodsAreLeftOutAndCounted() throws IOException {
        mapping.put("period", "Period");
        List<SiteFigures> rows = read("""
                Period,Building,Hours,Billed
                2025-P12,K-1,1,
                2025-P11,K-2,unreadable,
                2025-05-30,K-3,3,
                2025-05-29,K-4,4,
                """);

        assertThat(rows).extracting(SiteFigures::site).containsExactly("K-1", "K-3");
        assertThat(otherPeriods).isEqualTo(2);
    }

    @Test
    void regionGoesAlong() throws IOException {
        mapping.put("region", "Area");
        assertThat(read("Area,Building,Hours,Billed\nHawaii,K-1,1,2"))
                .containsExactly(new SiteFigures(
                        "Hawaii",
                        "K-1",
                        Map.of(Measure.WORKED_HOURS, BigDecimal.ONE, Measure.BILL_AMOUNT, BigDecimal.valueOf(2))));
    }

    @Test
    void everyProblemIsNamedAtOnceWithItsLine() {
        mapping.put("period", "Day");
        assertThatThrownBy(() -> read("""
                Building,Hours,Billed,Day
                "K
                1",eight,$5,2025-06-01
                K-2,"1,234",(5,2025-06-01
                K-3,1,2,06/01/2025
                ,1,2,2025-06-01
                K-4,1,234.50,5,2025-06-01
                K-5,1
                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        Refused. 7 problems:
                        - line 2: Hours is not a number; correct it, or leave it empty.
                        - line 4: Hours may be 1234 or 1.234; set reconcile.decimal to point or comma.
                        - line 4: Billed is not a number.
                        - line 5: Day is neither a period such as 2025-P12 nor a day; correct it, or set reconcile.dates to how days are written.
                        - line 6: Building is empty; fill it in, or remove the row if it is a total.
                        - line 7: there are 5 fields, and the header has 4; put quotes around a field that holds the delimiter.
                        - line 8: it ends after 2 fields, before a column that is compared; complete it.""");
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
        mapping.put("encoding", encoding);
        assertThatThrownBy(() -> read("Building,Hours,Billed\nK-1,1,1\nCaf\u00e9,1,1\n", StandardCharsets.ISO_8859_1))
                .hasMessageEndingWith("- line 3: has bytes that are not " + encoding
                        + "; set reconcile.encoding to what the file is in, or leave it out to have that found out."
                        + " It was not read any further.");
    }

    @Test
    void nameIsBounded() throws IOException {
        assertThat(read("Building,Hours,Billed\n" + "x".repeat(200) + ",1,1\n")).hasSize(1);
        assertThatThrownBy(() -> read("Building,Hours,Billed\n" + "x".repeat(201) + ",1,1\n"))
                .hasMessageContaining("line 2: Building has more than 200 characters");
    }

    private List<SiteFigures> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<SiteFigures> read(String text, Charset encoding) throws IOException {
        Problems problems = new Problems();
        ReconcileRequest request =
                new ReconcileRequest(PERIOD, Set.of(1L), CsvMapping.of(mapping), Tolerance.DEFAULT, limits, "test");
        CsvFigures figures = new CsvFigures(request, problems);
        List<SiteFigures> rows = new ArrayList<>();
        figures.read(new ByteArrayInputStream(text.getBytes(encoding)), rows::add);
        otherPeriods = figures.otherPeriods();
        problems.throwIfAny("Refused.");
        return rows;
    }

    private static SiteFigures row(String site, @Nullable String hours, @Nullable String billed) {
        Map<Measure, BigDecimal> figures = new HashMap<>();
        if (hours != null) {
            figures.put(Measure.WORKED_HOURS, new BigDecimal(hours));
        }
        if (billed != null) {
            figures.put(Measure.BILL_AMOUNT, new BigDecimal(billed));
        }
        return new SiteFigures(null, site, figures);
    }
}
