package io.fieldhouse.tracktik.api;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How TrackTik wants names and values written. */
final class Spelling {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Spelling() {}

    /** The values of a list, each once: TrackTik takes text for the same whatever its case. */
    static List<String> list(Collection<?> values) {
        Map<String, String> distinct = new LinkedHashMap<>();
        for (Object value : values) {
            String text = value.toString();
            if (text.indexOf(',') >= 0) {
                throw new IllegalArgumentException(
                        "TrackTik takes a comma for the end of a value: ask for it with equal.");
            }
            distinct.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
        }
        return List.copyOf(distinct.values());
    }

    /** A field that can be compared: TrackTik ignores such a comparison of a date-time, and sends everything. */
    static String comparable(String field) {
        if (field.endsWith("DateTime")) {
            throw new IllegalArgumentException("TrackTik silently ignores a comparison of " + field
                    + " and sends everything: use between, after or before.");
        }
        return field;
    }

    /**
     * A number without an exponent.
     *
     * @throws IllegalArgumentException if it is none, such as NaN
     */
    static String number(Number value) {
        return new BigDecimal(value.toString()).toPlainString();
    }

    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
