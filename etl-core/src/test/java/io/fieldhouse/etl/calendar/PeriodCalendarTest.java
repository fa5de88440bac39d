package io.fieldhouse.etl.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fieldhouse.etl.Refusal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodCalendarTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 5, 30);
    private static final PeriodCalendar BILLING = PeriodCalendar.twoWeeks(ANCHOR);
    private static final PeriodCalendar RETAIL =
            PeriodCalendar.fourFourFive(new RetailYearEnd(DayOfWeek.SATURDAY, Month.JANUARY, true));

    static Stream<Named<PeriodCalendar>> calendars() {
        return Stream.of(
                Named.of("two weeks", BILLING),
                Named.of("two weeks, anchored in the future", PeriodCalendar.twoWeeks(LocalDate.of(2931, 3, 3))),
                Named.of("weeks", PeriodCalendar.weeks(LocalDate.of(2025, 6, 2))),
                Named.of("months", PeriodCalendar.months()),
                Named.of("half months", PeriodCalendar.halfMonths()),
                Named.of("4-4-5, nearest Saturday to the end of January", RETAIL),
                Named.of(
                        "4-4-5, last Friday of December",
                        PeriodCalendar.fourFourFive(new RetailYearEnd(DayOfWeek.FRIDAY, Month.DECEMBER, false))),
                Named.of(
                        "4-4-5, nearest Sunday to the end of December",
                        PeriodCalendar.fourFourFive(new RetailYearEnd(DayOfWeek.SUNDAY, Month.DECEMBER, true))));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void everyDayBelongsToOnePeriodAndPeriodsFollowWithoutAGap(PeriodCalendar calendar) {
        Set<String> labels = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        Period period = calendar.containing(LocalDate.of(2000, 1, 20));
        for (LocalDate day = period.firstDay(); day.getYear() < 2060; day = day.plusDays(1)) {
            if (!period.contains(day)) {
                Period next = calendar.next(period);
                assertThat(next.firstDay())
                        .isEqualTo(period.lastDay().plusDays(1))
                        .isEqualTo(day);
                assertThat(calendar.previous(next)).isEqualTo(period);
                assertThat(next.id()).isGreaterThan(period.id());
                period = next;
            }
            assertThat(calendar.containing(day)).isEqualTo(period);
            if (period.firstDay().equals(day)) {
                assertThat(labels.add(period.label())).isTrue();
                assertThat(ids.add(period.id())).isTrue();
                assertThat(calendar.labelled(period.label())).isEqualTo(period);
            }
        }
        assertThat(labels).hasSizeGreaterThan(600);
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void periodsOfARangeTileIt(PeriodCalendar calendar) {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            LocalDate from = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(9000));
            LocalDate to = from.plusDays(random.nextInt(500));
            List<Period> periods = calendar.between(from, to);

            assertThat(periods.get(0).contains(from)).isTrue();
            assertThat(periods.get(periods.size() - 1).contains(to)).isTrue();
            for (int p = 1; p < periods.size(); p++) {
                assertThat(periods.get(p).firstDay())
                        .isEqualTo(periods.get(p - 1).lastDay().plusDays(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-P01, 2024-12-27, 2025-01-09",
        "2025-P12, 2025-05-30, 2025-06-12",
        "2025-P26, 2025-12-12, 2025-12-25",
        "2026-P01, 2025-12-26, 2026-01-08",
        "2024-P26, 2024-12-13, 2024-12-26"
    })
    void billingCyclesAreNumberedInTheYearTheyEndIn(String label, LocalDate firstDay, LocalDate lastDay) {
        assertThat(BILLING.labelled(label).days()).isEqualTo(new Window(firstDay, lastDay));
        assertThat(BILLING.containing(firstDay).label()).isEqualTo(label);
        assertThat(BILLING.containing(lastDay).label()).isEqualTo(label);
    }

    @Test
    void yearHas26BillingCyclesAndNowAndThen27() {
        assertThat(BILLING.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 25)))
                .hasSize(26);
        // 26 cycles are a day or two short of a year, so that sooner or later a year has one more.
        Stream<Integer> counts = Stream.iterate(2020, year -> year + 1)
                .limit(30)
                .map(year -> BILLING.containing(
                                BILLING.labelled((year + 1) + "-P01").firstDay().minusDays(1))
                        .number());
        assertThat(counts).containsOnly(26, 27).contains(26, 27);
    }

    @ParameterizedTest
    @CsvSource({
        // The retail federation's own calendar: its 2022 has 52 weeks, its 2023 has 53.
        "2023-F12, 2022-12-25, 2023-01-28",
        "2024-F01, 2023-01-29, 2023-02-25",
        "2024-F03, 2023-03-26, 2023-04-29",
        "2024-F12, 2023-12-24, 2024-02-03",
        "2025-F01, 2024-02-04, 2024-03-02"
    })
    void retailYearKeepsItsLastWeekInItsLastPeriod(String label, LocalDate firstDay, LocalDate lastDay) {
        assertThat(RETAIL.labelled(label).days()).isEqualTo(new Window(firstDay, lastDay));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-13T09:59:59Z, 2025-P11",
        "2025-06-13T10:00:00Z, 2025-P12",
        "2025-06-26T12:00:00Z, 2025-P12",
    })
    void periodIsCompletedWhenItIsOverInTheLastOfTheZones(Instant now, String label) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);

        assertThat(new Closing(ZoneId.of("Pacific/Honolulu"), 0)
                        .lastCompleted(BILLING, clock)
                        .label())
                .isEqualTo(label);
    }

    @Test
    void periodStaysOpenForTheClosingLag() {
        ZoneId zone = ZoneId.of("America/Denver");
        Clock thirdDay =
                Clock.fixed(LocalDate.of(2025, 6, 15).atTime(12, 0).atZone(zone).toInstant(), ZoneOffset.UTC);

        assertThat(new Closing(zone, 3).lastCompleted(BILLING, thirdDay).label())
                .isEqualTo("2025-P11");
        assertThat(new Closing(zone, 2).lastCompleted(BILLING, thirdDay).label())
                .isEqualTo("2025-P12");
    }

    @Test
    void periodsAreNamedByLabelDayOrLast() {
        Period last = BILLING.labelled("2025-P12");

        assertThat(labels("2025-P03", last)).containsExactly("2025-P03");
        assertThat(labels("2025-06-01", last)).containsExactly("2025-P12");
        assertThat(labels("last", last)).containsExactly("2025-P12");
        assertThat(labels("2025-P10..last", last)).containsExactly("2025-P10", "2025-P11", "2025-P12");
        assertThat(labels("2024-12-31..2025-01-10", last)).containsExactly("2025-P01", "2025-P02");
    }

    private static List<String> labels(String text, Period last) {
        return BILLING.parse(text, last).stream().map(Period::label).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-P27, 2025-P01 to 2025-P26",
        "2025-P00, 2025-P01 to 2025-P26",
        "2025-W03, such as 2025-P01",
        "P3, such as 2025-P01",
        "'', such as 2025-P01",
        "2025-P12..2025-P03, swap them",
        "2025-02-30, no such day",
        "1999-P03, 2000 to 2999",
        "1999-12-01, 2000 to 2999"
    })
    void periodThatIsNoneIsRefusedWithWhatToSayInstead(String text, String advice) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> BILLING.parse(text, BILLING.labelled("2025-P12")))
                .withMessageContaining(advice);
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void everyLabelThatIsHandedOutIsReadBack(PeriodCalendar calendar) {
        Period first =
                calendar.labelled("2000-" + calendar.containing(ANCHOR).label().charAt(5) + "01");
        assertThat(calendar.containing(first.firstDay())).isEqualTo(first);
        assertNone(calendar, first.firstDay().minusDays(1), "not of 1999.");

        Period last = calendar.containing(LocalDate.of(2998, 12, 15));
        while (calendar.next(last).year() < 3000) {
            last = calendar.next(last);
        }
        assertThat(calendar.labelled(last.label())).isEqualTo(last);
        assertThat(calendar.parse(last.lastDay().toString(), first)).containsExactly(last);
        assertNone(calendar, last.lastDay().plusDays(1), "not of 3000.");
    }

    private static void assertNone(PeriodCalendar calendar, LocalDate day, String said) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calendar.containing(day))
                .withMessageEndingWith(said);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calendar.parse(day.toString(), calendar.containing(ANCHOR)))
                .withMessageEndingWith(said);
    }

    @Test
    void windowThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(ANCHOR, ANCHOR.minusDays(1)))
                .withMessageContaining("before it begins");
    }
}
