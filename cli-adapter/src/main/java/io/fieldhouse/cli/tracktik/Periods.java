package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.BillingPeriods;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The billing periods that somebody types, by the calendar that is configured. */
public final class Periods {
    private static final Pattern NAME = Pattern.compile("\\d{4}-[A-Za-z]\\d{2}|\\d{4}-\\d{2}-\\d{2}");

    private final TrackTikSettings settings;
    private final Period last;
    private final LocalDate today;

    private Periods(TrackTikSettings settings, Period last, LocalDate today) {
        this.settings = settings;
        this.last = last;
        this.today = today;
    }

    public static Periods of(Workplace workplace) {
        TrackTikSettings settings = TrackTikConfiguration.load(workplace.configuration());
        return new Periods(
                settings,
                settings.closing().lastCompleted(settings.calendar(), workplace.clock()),
                settings.closing().today(workplace.clock()));
    }

    /** The newest period that is over, everywhere. */
    public Period last() {
        return last;
    }

    /** The periods that a text names, oldest first, without a gap. */
    public List<Period> all(String text) {
        List<String> ends = List.of(text.split("\\.\\.", -1));
        if (ends.size() > 2 || (ends.size() == 2 && ends.stream().anyMatch(Periods::isCutWrongly))) {
            throw new Refusal("'" + text + "' is not understood: name one period, or two of them with"
                    + " two dots between, such as "
                    + settings.calendar().previous(last).label() + ".." + last.label() + ".");
        }
        String names = ends.stream().map(this::name).collect(Collectors.joining(".."));
        return settings.calendar().parse(names, last);
    }

    private static boolean isCutWrongly(String end) {
        return end.isBlank() || end.startsWith(".");
    }

    /** A label, a day or {@code last}, as the calendar knows it. */
    private String name(String typed) {
        String name = typed.strip();
        if (name.equalsIgnoreCase("last")) {
            return "last";
        }
        if (NAME.matcher(name).matches()) {
            return name.toUpperCase(Locale.ROOT);
        }
        throw new Refusal("'" + typed + "' is no period."
                + Nearest.to(name, List.of("last"))
                        .map(near -> " Did you mean: " + near + "?")
                        .orElse("")
                + " Name one by its label, such as " + last.label() + ", by a day in it, such as " + last.lastDay()
                + ", or as 'last', the last completed one.");
    }

    /** The periods from one to another, oldest first. */
    List<Period> between(Period first, Period end) {
        return settings.calendar().between(first.firstDay(), end.lastDay());
    }

    /** The one completed period that an option names. */
    public Period completed(String option, String text) {
        Period named = one(text);
        if (named.lastDay().isAfter(last.lastDay())) {
            throw new Refusal(option + " names " + named.label()
                    + ", which is not completed yet: the last completed period is " + last.label()
                    + (!named.firstDay().isAfter(today)
                            ? ". What is there of a later one is loaded by: fieldhouse tracktik load " + named.label()
                                    + " --open"
                            : "."));
        }
        return named;
    }

    /**
     * The periods that a text names, oldest first, as a warehouse has them.
     *
     * @throws Refusal if it was loaded by another calendar
     */
    public List<Period> all(String text, DataSource warehouse) {
        List<Period> periods = all(text);
        new BillingPeriods(new Database(warehouse), settings.calendar()).requireCutAlike(periods);
        return periods;
    }

    /** The one period that a text names. */
    public Period one(String text) {
        List<Period> periods = all(text);
        if (periods.size() > 1) {
            throw new Refusal("'" + text + "' is " + periods.size() + " periods, where one is to be named, such as "
                    + periods.get(0).label() + ".");
        }
        return periods.get(0);
    }
}
