package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.calendar.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether a text means a period: by its label, or by a day in it. */
final class PeriodText {
    private static final Pattern LABEL = Pattern.compile("\\d{4}-[A-Za-z]\\d{2}");
    private static final LocalDate SOME_DAY = LocalDate.of(2025, 6, 12);

    private final Period period;
    private final DateTimeFormatter dates;

    PeriodText(Period period, @Nullable String pattern) {
        this.period = period;
        this.dates = pattern == null
                ? DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT)
                : format(pattern);
    }

    /**
     * Makes a pattern into a format that knows no 31st of June.
     *
     * @throws IllegalArgumentException if it is none, or leaves open which day is meant
     */
    static DateTimeFormatter format(String pattern) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                // A year is one of our era, whether the pattern says yyyy or uuuu.
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        try {
            if (LocalDate.parse(format.format(SOME_DAY), format).equals(SOME_DAY)) {
                return format;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The pattern " + pattern + " is not one of a day.", e);
        }
        throw new IllegalArgumentException("The pattern " + pattern + " leaves open which day is meant.");
    }

    /**
     * Whether the period is meant, and not another.
     *
     * @throws DateTimeException if it is neither a label nor a day
     */
    boolean isMeant(String text) {
        if (LABEL.matcher(text).matches()) {
            return text.equalsIgnoreCase(period.label());
        }
        return period.contains(LocalDate.parse(text, dates));
    }
}
