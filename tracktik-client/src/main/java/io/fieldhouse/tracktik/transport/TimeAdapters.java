package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonAdapter;
import io.fieldhouse.client.transport.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as TrackTik sends them: the same field may be ISO text, an epoch number, or such a number as text. */
final class TimeAdapters {
    private TimeAdapters() {}

    /** A moment: ISO with an offset, or seconds since 1970. */
    static final JsonAdapter<Instant> INSTANT = Values.time(TimeAdapters::instant);

    /** A moment that keeps the offset it came with: the local time it is shown as. */
    static final JsonAdapter<OffsetDateTime> OFFSET_DATE_TIME = Values.time(TimeAdapters::offsetDateTime);

    /** A day; what comes as a midnight with an offset is that very day, whatever the zone of whoever reads it. */
    static final JsonAdapter<LocalDate> LOCAL_DATE = Values.time(TimeAdapters::day);

    private static @Nullable Instant instant(String text) {
        OffsetDateTime usual = usual(text);
        return usual == null ? Moments.parse(text) : usual.toInstant();
    }

    private static @Nullable OffsetDateTime offsetDateTime(String text) {
        OffsetDateTime usual = usual(text);
        return usual != null || Moments.isNone(text) ? usual : OffsetDateTime.parse(text.replace(' ', 'T'));
    }

    /**
     * The form that nearly every time comes in, {@code 2025-05-30T00:00:00-04:00}, without the parser of the JDK, which
     * takes forty percent of the time that a shift takes, and most of the garbage.
     */
    private static @Nullable OffsetDateTime usual(String text) {
        if (text.length() != 25 || !hasThePlaces(text)) {
            return null;
        }
        int century = digits(text, 0);
        int year = digits(text, 2);
        int month = digits(text, 5);
        int day = digits(text, 8);
        int hour = digits(text, 11);
        int minute = digits(text, 14);
        int second = digits(text, 17);
        int offsetHours = digits(text, 20);
        int offsetMinutes = digits(text, 23);
        if ((century | year | month | day | hour | minute | second | offsetHours | offsetMinutes) < 0) {
            return null;
        }
        int sign = text.charAt(19) == '-' ? -1 : 1;
        return OffsetDateTime.of(
                100 * century + year,
                month,
                day,
                hour,
                minute,
                second,
                0,
                ZoneOffset.ofHoursMinutes(sign * offsetHours, sign * offsetMinutes));
    }

    private static boolean hasThePlaces(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.charAt(19) == '+' || text.charAt(19) == '-')
                && text.charAt(22) == ':';
    }

    /** A number of two digits, or -1. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    private static @Nullable LocalDate day(String text) {
        if (Moments.isNone(text)) {
            return null;
        }
        if (text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
            return LocalDate.parse(text.substring(0, 10));
        }
        return Moments.isSeconds(text)
                ? Moments.ofSeconds(text).atOffset(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(text);
    }
}
