package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A day or a moment that somebody asked for. Without an offset it means the clocks of each row's own site.
 *
 * @param first the first second of it
 * @param last the last second of it: a whole day has many
 * @param local whether the seconds are those of the wall clock, or of the epoch
 */
record TimeBound(long first, long last, boolean local) {
    static TimeBound of(String text, String field) {
        String asked = text.trim();
        if (Values.digits(asked) && asked.length() > 8) {
            long second = Long.parseLong(asked);
            return new TimeBound(second, second, false);
        }
        try {
            if (asked.length() == 10) {
                long start = LocalDate.parse(asked).toEpochDay() * 86_400;
                return new TimeBound(start, start + 86_399, true);
            }
            // A "+" that was not encoded arrives as a space, as any form parser makes of it.
            String iso = asked.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T").replaceFirst(" (\\d\\d:\\d\\d)$", "+$1");
            if (iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:?\\d\\d$")) {
                long second = OffsetDateTime.parse(iso).toEpochSecond();
                return new TimeBound(second, second, false);
            }
            long second = LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
            return new TimeBound(second, second, true);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("\"" + text + "\" is not a date or date-time, for " + field);
        }
    }

    private long of(Moment moment) {
        return local ? moment.localSecond() : moment.epochSecond();
    }

    boolean reachedBy(Moment moment) {
        return of(moment) >= first;
    }

    boolean passedBy(Moment moment) {
        return of(moment) > last;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(Math.floorDiv(first, 86_400L));
    }
}
