package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Filter;
import io.fieldhouse.tracktik.api.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came back against what was asked for: TrackTik ignores some filters and sends everything. A field that is not
 * in the answer proves nothing either way.
 */
final class AnswerCheck {
    /** In which zone TrackTik cuts days is not known; no zone is a day away from UTC. */
    private static final Duration SLACK = Duration.ofDays(1);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}([.]\\d{1,30})?");

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
            Object value = FieldPath.at(item, condition.filter.field());
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
            Instant first = startOf(days.from()).minus(SLACK);
            Instant end = startOf(days.to().plusDays(1)).plus(SLACK);
            return holdsFor(moment -> !moment.isBefore(first) && moment.isBefore(end));
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
            case "gt" -> ordered(asked, order -> order > 0);
            case "gte" -> ordered(asked, order -> order >= 0);
            case "lt" -> ordered(asked, order -> order < 0);
            case "lte" -> ordered(asked, order -> order <= 0);
            case "after" -> {
                Instant start = Moments.of(comparison.value());
                yield start == null ? null : holdsFor(moment -> moment.isAfter(start.minus(SLACK)));
            }
            case "before" -> {
                Instant end = Moments.of(comparison.value());
                yield end == null ? null : holdsFor(moment -> moment.isBefore(end.plus(SLACK)));
            }
            default -> null;
        };
    }

    private static Predicate<Object> holdsFor(Predicate<Instant> range) {
        return value -> {
            Instant moment = Moments.of(value);
            return moment == null || range.test(moment);
        };
    }

    /** Compares numbers as they are, and moments by their seconds since 1970. */
    private static Predicate<Object> ordered(String asked, IntPredicate order) {
        return value -> {
            BigDecimal number = numberOf(value);
            return number == null || order.test(number.compareTo(new BigDecimal(asked)));
        };
    }

    private static @Nullable BigDecimal numberOf(Object value) {
        if (value instanceof Number
                || (value instanceof String text && NUMBER.matcher(text).matches())) {
            return new BigDecimal(value.toString());
        }
        Instant moment = Moments.of(value);
        return moment == null ? null : BigDecimal.valueOf(moment.getEpochSecond());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A day asks for every moment of it, in whichever zone TrackTik cuts days. */
    private static boolean isTimeOfDay(Object value, String asked) {
        return asked.matches("\\d{4}-\\d{2}-\\d{2}") && value.toString().length() > asked.length();
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof String || value instanceof Boolean;
    }

    /** TrackTik compares text whatever its case, and 5 is 5.0. */
    private static String comparable(Object value) {
        if (value instanceof Long id) {
            return id.toString();
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
