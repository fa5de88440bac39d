package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.servicetitan.api.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came back against what was asked for: ServiceTitan ignores parameters that it does not know, and sends
 * everything. A field that is not in the answer proves nothing either way, nor does text, which some filters look for in
 * part and others spell differently.
 */
final class AnswerCheck {
    private record Condition(String parameter, String field, Predicate<Object> holds) {}

    private final List<Condition> conditions = new ArrayList<>();

    AnswerCheck(Query question) {
        question.parameters().forEach((parameter, value) -> conditions.add(condition(question, parameter, value)));
    }

    private static Condition condition(Query question, String parameter, String value) {
        return switch (parameter) {
            case "ids" -> {
                Set<Long> ids = new HashSet<>(question.ids());
                yield new Condition(parameter, "id", id -> !(id instanceof Long) || ids.contains(id));
            }
            case "modifiedOnOrAfter", "createdOnOrAfter" -> {
                Instant first = Instant.parse(value);
                yield new Condition(parameter, momentOf(parameter), holdsFor(moment -> !moment.isBefore(first)));
            }
            case "modifiedBefore", "createdBefore" -> {
                Instant end = Instant.parse(value);
                yield new Condition(parameter, momentOf(parameter), holdsFor(moment -> moment.isBefore(end)));
            }
            default -> new Condition(parameter, parameter, isOneOf(value));
        };
    }

    private static String momentOf(String parameter) {
        return parameter.startsWith("modified") ? "modifiedOn" : "createdOn";
    }

    /** The first condition that an item breaks, as it was asked, or null if the item fits. */
    @Nullable String brokenBy(Object item) {
        for (Condition condition : conditions) {
            Object value = Fields.at(item, condition.field);
            if (value != null && !condition.holds.test(value)) {
                return condition.parameter;
            }
        }
        return null;
    }

    /** Many filters take several values, with commas. */
    private static Predicate<Object> isOneOf(String asked) {
        Set<String> values = new HashSet<>();
        for (String value : asked.split(",", -1)) {
            values.add(plain(value.strip()));
        }
        return value -> !(value instanceof Number) || values.contains(plain(value.toString()));
    }

    /** 5 is 5.00. */
    private static String plain(String number) {
        try {
            return ValueAdapters.decimal(number).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static Predicate<Object> holdsFor(Predicate<Instant> range) {
        return value -> {
            Instant moment = momentIn(value);
            return moment == null || range.test(moment);
        };
    }

    private static @Nullable Instant momentIn(Object value) {
        if (value instanceof String text) {
            try {
                return Times.moment(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
        return value instanceof Instant moment ? moment : null;
    }
}
