package io.fieldhouse.etl.tracktik.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.reconcile.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvFiguresTest {
    private static final Period PERIOD =
            PeriodCalendar.twoWeeks(LocalDate.of(2025, 5, 30)).labelled("2025-P12");

    private final Map<String, String> mapping =
            new HashMap<>(Map.of("site", "Building", "worked-hours", "Hours", "bill-amount", "Billed"));
    private long otherPeriods;

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
                """)).isInstanceOf(Refusal.class).hasMessage("""
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
    void nameIsBounded() throws IOException {
        assertThat(read("Building,Hours,Billed\n" + "x".repeat(200) + ",1,1\n")).hasSize(1);
        assertThatThrownBy(() -> read("Building,Hours,Billed\n" + "x".repeat(201) + ",1,1\n"))
                .hasMessageContaining("line 2: Building has more than 200 characters");
    }

    private List<SiteFigures> read(String text) throws IOException {
        Problems problems = new Problems();
        ReconcileRequest request = ReconcileRequest.of(PERIOD, Set.of(1L), CsvMapping.of(mapping), "test");
        CsvFigures figures = new CsvFigures(request, problems);
        List<SiteFigures> rows = new ArrayList<>();
        figures.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rows::add);
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
