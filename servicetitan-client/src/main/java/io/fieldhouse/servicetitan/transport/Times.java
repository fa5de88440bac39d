package io.fieldhouse.servicetitan.transport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Times as ServiceTitan writes them. Moments have up to seven digits behind the point and are cut to microseconds, which is
 * what PostgreSQL keeps: a row that is read again is the same. The first day of the first year is .NET's word for none.
 */
public final class Times {
    private static final String NONE = "0001-01-01";

    /** With an offset, or without: then it is UTC. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX]")
            .toFormatter();

    private Times() {}

    /**
     * A moment, in whole microseconds; nothing for .NET's none.
     *
     * @throws DateTimeException if it is no moment, such as a mere day
     */
    public static @Nullable Instant moment(String text) {
        if (text.startsWith(NONE)) {
            return null;
        }
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
        TemporalAccessor time = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        Instant moment = time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A day as it stands: of a midnight somewhere, that very day, whatever the zone of whoever reads it. Nothing for .NET's
     * none.
     *
     * @throws DateTimeException if it is no day
     */
    public static @Nullable LocalDate day(String text) {
        if (text.startsWith(NONE)) {
            return null;
        }
        return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
    }

    /**
     * The form that nearly every moment comes in, {@code 2026-01-02T16:28:55.8446003Z}, without the parser of the JDK, which
     * takes most of the time that a row takes.
     */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        if (length < 20 || length > 30 || text.charAt(length - 1) != 'Z' || !hasThePlaces(text)) {
            return null;
        }
        int century = digits(text, 0);
        int year = digits(text, 2);
        int month = digits(text, 5);
        int day = digits(text, 8);
        int hour = digits(text, 11);
        int minute = digits(text, 14);
        int second = digits(text, 17);
        int micros = length == 20 ? 0 : micros(text, length - 1);
        if ((century | year | month | day | hour | minute | second | micros) < 0
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        long days = LocalDate.of(100 * century + year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, 1000L * micros);
    }

    private static boolean hasThePlaces(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** What is behind the point, in microseconds, cut; or -1. */
    private static int micros(String text, int end) {
        if (text.charAt(19) != '.' || end == 20) {
            return -1;
        }
        int micros = 0;
        for (int at = 20; at < Math.max(end, 26); at++) {
            int digit = at < end ? text.charAt(at) - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            micros = at < 26 ? 10 * micros + digit : micros;
        }
        return micros;
    }

    /** A number of two digits, or -1. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }
}
