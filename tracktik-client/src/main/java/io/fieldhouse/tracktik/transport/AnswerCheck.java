package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Filter;
import io.fieldhouse.tracktik.api.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came back against what was asked for: TrackTik ignores some filters and sends everything. A field that is not
 * in the answer proves nothing either way.
 */
final class AnswerCheck {
    private record Condition(Filter filter, Predicate<Object> holds) {}

    private final List<Condition> conditions = new ArrayList<>();

    AnswerCheck(Query question) {
        for (Filter filter : question.filters()) {
            Predicate<Object> holds = predicate(filter);
            if (holds != null) {
                conditions.add(new Condition(filter, holds));
            }
        }
    }

    /** The first condition that an item breaks, as it was asked, or null if the item fits. */
    @Nullable String brokenBy(Object item) {
        for (Condition condition : conditions) {
            Object value = Fields.at(item, condition.filter.field());
            if (value != null && !condition.holds.test(value)) {
                return condition.filter.parameter();
            }
        }
        return null;
    }

    private static @Nullable Predicate<Object> predicate(Filter filter) {
        if (filter instanceof Filter.OneOf oneOf) {
            Set<String> values = new HashSet<>();
            oneOf.values().forEach(value -> values.add(comparable(value)));
            return value -> !isPlain(value) || values.contains(comparable(value));
        }
        if (filter instanceof Filter.Days days) {
            // In which zone TrackTik cuts days is not known; no two of them are more than a day apart.
            LocalDate first = days.from().minusDays(1);
            LocalDate last = days.to().plusDays(1);
            return value -> {
                LocalDate day = dayOf(value);
                return day == null || (!day.isBefore(first) && !day.isAfter(last));
            };
        }
        return filter instanceof Filter.Comparison comparison ? predicate(comparison) : null;
    }

    private static @Nullable Predicate<Object> predicate(Filter.Comparison comparison) {
        String asked = comparable(comparison.value());
        return switch (comparison.operator()) {
            case "" ->
                value -> !isPlain(value)
                        || isTimeOfDay(value, asked)
                        || comparable(value).equals(asked);
            case "not" -> value -> !isPlain(value) || !comparable(value).equals(asked);
            case "gt" -> value -> !isOrdered(value) || order(value, asked) > 0;
            case "gte" -> value -> !isOrdered(value) || order(value, asked) >= 0;
            case "lt" -> value -> !isOrdered(value) || order(value, asked) < 0;
            case "lte" -> value -> !isOrdered(value) || order(value, asked) <= 0;
            default -> null;
        };
    }

    /** A day asks for every moment of it, in whichever zone TrackTik cuts days. */
    private static boolean isTimeOfDay(Object value, String asked) {
        return asked.matches("\\d{4}-\\d{2}-\\d{2}") && value.toString().length() > asked.length();
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof String || value instanceof Boolean;
    }

    private static boolean isOrdered(Object value) {
        return value instanceof Number || value instanceof Instant;
    }

    /** TrackTik compares text whatever its case, and 5 is 5.0. */
    private static String comparable(Object value) {
        String text = value.toString().toLowerCase(Locale.ROOT);
        return text.matches("-?\\d{1,30}([.]\\d{1,30})?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    private static int order(Object value, String asked) {
        Object number = value instanceof Instant moment ? (Object) moment.getEpochSecond() : value;
        return new BigDecimal(number.toString()).compareTo(new BigDecimal(asked));
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // Such as 0000-00-00: no day, and so no proof of anything.
            return null;
        }
    }

    private static @Nullable LocalDate dayOf(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toLocalDate();
        }
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC).toLocalDate();
        }
        if (value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return parsed(text.substring(0, 10));
        }
        return value instanceof LocalDate day ? day : null;
    }
}
