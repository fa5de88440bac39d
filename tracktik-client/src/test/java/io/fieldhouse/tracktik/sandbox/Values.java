package io.fieldhouse.tracktik.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Texts and numbers as they cross the wire. */
final class Values {
    private Values() {}

    static boolean digits(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static List<String> commaSeparated(String text) {
        return List.of(text.split(",", -1));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Hours and amounts have at most two decimals, and are sent without needless zeros. */
    static Number hundredths(long value) {
        if (value % 100 == 0) {
            return value / 100;
        }
        return value % 10 == 0 ? BigDecimal.valueOf(value / 10, 1) : BigDecimal.valueOf(value, 2);
    }

    static Number hours(int quarters) {
        return hundredths(quarters * 25L);
    }

    static Number hoursOfMinutes(long minutes) {
        return hundredths(Math.round(minutes * 100 / 60.0));
    }

    static BigDecimal number(String text, String field) {
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("\"" + text + "\" is not a number, for " + field);
        }
    }
}
