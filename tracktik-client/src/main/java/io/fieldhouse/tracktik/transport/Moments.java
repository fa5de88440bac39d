package io.fieldhouse.tracktik.transport;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When something is, in whichever form it comes; what has no zone is taken in UTC, and so a day off at most. */
final class Moments {
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}([.]0{1,9})?");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT);

    private Moments() {}

    /** The moment, or null where it is none, such as {@code 0000-00-00}: no moment, and so no proof of anything. */
    static @Nullable Instant of(Object value) {
        try {
            if (value instanceof Instant moment) {
                return moment;
            }
            if (value instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            if (value instanceof LocalDate day) {
                return day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (value instanceof Long seconds) {
                return Instant.ofEpochSecond(seconds);
            }
            return value instanceof String text ? ofText(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Nothing, for what is no moment at all; an error for what is not one. */
    static @Nullable Instant parse(String text) {
        return isNone(text) ? null : ofText(text);
    }

    static boolean isNone(String text) {
        // PHP shows the same as the last day of a November before our era.
        return text.startsWith("0000-00-00") || text.startsWith("-0001-11-30");
    }

    /** Seconds since 1970, with nothing behind the point. */
    static boolean isSeconds(String text) {
        return SECONDS.matcher(text).matches();
    }

    static Instant ofSeconds(String text) {
        return Instant.ofEpochSecond(new BigDecimal(text).longValue());
    }

    private static Instant ofText(String text) {
        if (isSeconds(text)) {
            return ofSeconds(text);
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
