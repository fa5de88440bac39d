package io.fieldhouse.servicetitan.reporting;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text says where a number, a day, a moment or a yes or no is meant; null where it says none. The first day of the
 * first year is .NET's word for none.
 */
final class Values {
    private static final String NO_DAY = "0001-01-01";
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,40}([.]\\d{0,40})?|[.]\\d{1,40})([eE][-+]?\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].{0,30})?");

    private Values() {}

    static @Nullable BigDecimal number(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches() ? new BigDecimal(bare) : null;
    }

    /** The day that is written, whatever time and offset stand behind it. */
    static @Nullable LocalDate day(String text) {
        try {
            return DAY.matcher(text).matches() && !isNoTime(text) ? LocalDate.parse(text.substring(0, 10)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A moment in whole microseconds; without an offset it is none, for nobody knows whose clock it is of. */
    static @Nullable Instant moment(String text) {
        if (isNoTime(text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it says that there is no day and no moment. */
    static boolean isNoTime(String text) {
        return text.startsWith(NO_DAY) && DAY.matcher(text).matches();
    }

    static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** A value as text, the same for 5, 5.0 and "5". */
    static String textOf(Object value) {
        BigDecimal number = number(value.toString());
        return number == null ? value.toString() : number.stripTrailingZeros().toPlainString();
    }
}
