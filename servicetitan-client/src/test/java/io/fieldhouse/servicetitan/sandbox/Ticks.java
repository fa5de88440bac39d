package io.fieldhouse.servicetitan.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as the vendor keeps them: counts of 100 nanoseconds, in UTC. The tenant's clocks are those of Phoenix, which never
 * change.
 */
final class Ticks {
    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    static final long SECOND = 10_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** What the tenant's clocks are behind. */
    private static final long BEHIND = 7 * HOUR;

    private Ticks() {}

    /** A time on the tenant's clocks. */
    static long local(long epochDay, long ofDay) {
        return epochDay * DAY + ofDay + BEHIND;
    }

    /** The day that it is on the tenant's clocks. */
    static long day(long ticks) {
        return Math.floorDiv(ticks - BEHIND, DAY);
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, SECOND), Math.floorMod(ticks, SECOND) * 100);
    }

    /** The first tick at that time or after. */
    static long of(Instant time) {
        return time.getEpochSecond() * SECOND + (time.getNano() + 99) / 100;
    }

    /**
     * A time as it may be asked for: UTC where no offset is given.
     *
     * @throws DateTimeException if it is none
     */
    static long parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).toEpochDay() * DAY;
        }
        boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return of(
                offset
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    }
}
