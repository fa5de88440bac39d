package io.fieldhouse.etl.calendar;

import io.fieldhouse.etl.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts time into periods of the years 2000 to 2999. Every day from the first of them to the last belongs to exactly one. */
public final class PeriodCalendar {
    private static final Pattern LABEL = Pattern.compile("(\\d{4})-([A-Z])(\\d{2})");

    private final String name;
    private final char letter;
    private final PeriodYears years;

    private PeriodCalendar(String name, char letter, PeriodYears years) {
        this.name = name;
        this.letter = letter;
        this.years = years;
    }

    /** Two weeks each, called 2025-P12; by the first day of any one of them. */
    public static PeriodCalendar twoWeeks(LocalDate anchor) {
        return new PeriodCalendar("two-weeks", 'P', new EvenYears(anchor, 14));
    }

    /** A week each, called 2025-W23; by the first day of any one of them. */
    public static PeriodCalendar weeks(LocalDate anchor) {
        return new PeriodCalendar("weeks", 'W', new EvenYears(anchor, 7));
    }

    /** A month each, called 2025-M06. */
    public static PeriodCalendar months() {
        return new PeriodCalendar("months", 'M', new MonthYears(1));
    }

    /** Half a month each, from the 1st or from the 16th, called 2025-H11. */
    public static PeriodCalendar halfMonths() {
        return new PeriodCalendar("half-months", 'H', new MonthYears(2));
    }

    /** Quarters of 4, 4 and 5 weeks, called 2025-F06; the last of a year has 6 where the year has 53. */
    public static PeriodCalendar fourFourFive(RetailYearEnd yearEnd) {
        return new PeriodCalendar("4-4-5", 'F', new RetailYears(yearEnd));
    }

    public String name() {
        return name;
    }

    /**
     * The period that a day belongs to.
     *
     * @throws Refusal if that is one of another year, as it may be at either end
     */
    public Period containing(LocalDate day) {
        Period period = at(day);
        requireYear(period.year());
        return period;
    }

    private Period at(LocalDate day) {
        int year = day.getYear() + 1;
        while (years.firstDay(year, 1).isAfter(day)) {
            year--;
        }
        int number = years.count(year);
        while (years.firstDay(year, number).isAfter(day)) {
            number--;
        }
        return period(year, number);
    }

    public Period next(Period period) {
        return at(period.lastDay().plusDays(1));
    }

    public Period previous(Period period) {
        return at(period.firstDay().minusDays(1));
    }

    /** The period of an id, which is one of this calendar. */
    public Period numbered(int id) {
        return period(id / 100, id % 100);
    }

    /**
     * The period that is called so.
     *
     * @throws Refusal if none is
     */
    public Period labelled(String label) {
        Matcher parts = LABEL.matcher(label);
        if (!parts.matches() || parts.group(2).charAt(0) != letter) {
            throw new Refusal("No period is called " + label + ": periods of this calendar (" + name
                    + ") are called such as " + labelOf(2025, 1) + ".");
        }
        int year = Integer.parseInt(parts.group(1));
        int number = Integer.parseInt(parts.group(3));
        requireYear(year);
        if (number < 1 || number > years.count(year)) {
            throw new Refusal("No period is called " + label + ": those of " + year + " are " + labelOf(year, 1)
                    + " to " + labelOf(year, years.count(year)) + ".");
        }
        return period(year, number);
    }

    /**
     * The periods that a text names, oldest first: a label, a day, {@code last} for the last completed one, or two of
     * them with two dots between, such as {@code 2025-P01..last}.
     *
     * @param last what is meant by {@code last}
     * @throws Refusal if it names none
     */
    public List<Period> parse(String text, Period last) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return List.of(one(text, last));
        }
        Period first = one(text.substring(0, dots), last);
        Period end = one(text.substring(dots + 2), last);
        if (end.firstDay().isBefore(first.firstDay())) {
            throw new Refusal("The periods end with " + end.label() + ", before they begin with " + first.label()
                    + ": swap them.");
        }
        return between(first.firstDay(), end.lastDay());
    }

    private Period one(String text, Period last) {
        if (text.equals("last")) {
            return last;
        }
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return labelled(text);
        }
        try {
            return containing(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Refusal("There is no such day as " + text + ".");
        }
    }

    /** The periods from the one that a day belongs to, to the one that another belongs to, oldest first. */
    public List<Period> between(LocalDate from, LocalDate to) {
        Window days = new Window(from, to);
        List<Period> periods = new ArrayList<>();
        for (Period period = containing(days.from()); !period.firstDay().isAfter(to); period = next(period)) {
            periods.add(period);
        }
        return periods;
    }

    private Period period(int year, int number) {
        LocalDate next = number < years.count(year) ? years.firstDay(year, number + 1) : years.firstDay(year + 1, 1);
        return new Period(
                year, number, labelOf(year, number), new Window(years.firstDay(year, number), next.minusDays(1)));
    }

    private String labelOf(int year, int number) {
        return String.format(Locale.ROOT, "%04d-%c%02d", year, letter, number);
    }

    private static void requireYear(int year) {
        if (year < 2000 || year > 2999) {
            throw new Refusal("There are periods of the years 2000 to 2999 only, not of " + year + ".");
        }
    }
}
