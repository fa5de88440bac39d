package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.servicetitan.api.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came back against what was asked for: ServiceTitan ignores parameters that it does not know, and sends
 * everything. A field that is not in the answer proves nothing either way; one that is there and null is no value that
 * somebody asked for.
 */
final class AnswerCheck {
    /** A condition on an item, whose JSON can be had. */
    private interface Test {
        boolean fits(Object item, Supplier<ByteString> json);
    }

    private record Condition(String parameter, Test test) {}

    private final List<Condition> conditions = new ArrayList<>();

    AnswerCheck(Query question, String unchecked) {
        if (question.isAsAnswered()) {
            return;
        }
        Set<String> passedOver = Set.of(unchecked.toLowerCase(Locale.ROOT).split("\\s+"));
        question.parameters().forEach((parameter, value) -> {
            if (!passedOver.contains(parameter.toLowerCase(Locale.ROOT))) {
                conditions.add(new Condition(parameter, test(question, parameter, value)));
            }
        });
    }

    private static Test test(Query question, String parameter, String value) {
        return switch (parameter) {
            case "ids" -> {
                Set<Long> ids = new HashSet<>(question.ids());
                yield on("id", id -> !(id instanceof Long) || ids.contains(id));
            }
            case "modifiedOnOrAfter", "createdOnOrAfter" -> {
                Instant first = Instant.parse(value);
                yield on(momentOf(parameter), holdsFor(moment -> !moment.isBefore(first)));
            }
            case "modifiedBefore", "createdBefore" -> {
                Instant end = Instant.parse(value);
                yield on(momentOf(parameter), holdsFor(moment -> moment.isBefore(end)));
            }
            // Says what is shown, by words of its own.
            case "active", "activeState", "includeInactive", "activeOnly" -> (item, json) -> true;
            default -> new Equality(parameter, value)::fits;
        };
    }

    private static Test on(String field, Predicate<Object> holds) {
        return (item, json) -> {
            Object value = Fields.at(item, field);
            return value == null || holds.test(value);
        };
    }

    private static String momentOf(String parameter) {
        return parameter.startsWith("modified") ? "modifiedOn" : "createdOn";
    }

    /** The first condition that an item breaks, as it was asked, or null if the item fits. */
    @Nullable String brokenBy(Object item, Supplier<ByteString> json) {
        for (Condition condition : conditions) {
            if (!condition.test.fits(item, json)) {
                return condition.parameter;
            }
        }
        return null;
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
