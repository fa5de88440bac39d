package io.fieldhouse.tracktik.transport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** When something is, in whichever form it comes; what has no zone is taken in UTC, and so a day off at most. */
final class Moments {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm:ss[.SSS][XXX]");

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

    private static Instant ofText(String text) {
        if (text.matches("-?\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
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
