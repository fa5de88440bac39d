package io.fieldhouse.servicetitan.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a report is asked, checked as the vendor checks it. Names that the report does not know are ignored. */
final class ReportArguments {
    private final Map<String, Object> values;

    private ReportArguments(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws Refusal with what is wrong first */
    static ReportArguments of(List<ReportParameter> parameters, String body) {
        Map<String, Object> named = named(body);
        Map<String, Object> values = new HashMap<>();
        for (ReportParameter parameter : parameters) {
            Object value = named.get(parameter.name());
            if (value == null && parameter.required()) {
                throw Refusal.badRequest("Missed report parameter: [" + parameter.name() + "]");
            }
            if (value != null) {
                values.put(parameter.key(), checked(parameter, value));
            }
        }
        return new ReportArguments(values);
    }

    private static Map<String, Object> named(String body) {
        Object whole = parsed(body.isBlank() ? "{}" : body);
        Object list = whole instanceof Map<?, ?> object ? object.get("parameters") : null;
        if (list instanceof Map) {
            throw Refusal.badRequest("Cannot deserialize JSON object into List");
        }
        Map<String, Object> named = new HashMap<>();
        for (Object each : list instanceof List<?> some ? some : List.of()) {
            if (each instanceof Map<?, ?> one && one.get("name") instanceof String name && one.get("value") != null) {
                named.put(name, one.get("value"));
            }
        }
        return named;
    }

    private static @Nullable Object parsed(String body) {
        try {
            return JsonText.parse(body);
        } catch (IOException e) {
            throw Refusal.badRequest("The request body is not JSON");
        }
    }

    private static Object checked(ReportParameter parameter, Object value) {
        if (!parameter.array()) {
            return single(parameter, value);
        }
        if (!(value instanceof List<?> several)) {
            throw Refusal.badRequest("Cannot deserialize JSON value into List for " + parameter.name());
        }
        Set<Object> values = new HashSet<>();
        for (Object each : several) {
            values.add(single(parameter, String.valueOf(each).isEmpty() ? "" : each));
        }
        return values;
    }

    private static Object single(ReportParameter parameter, @Nullable Object value) {
        return switch (parameter.dataType()) {
            case "Number" -> {
                if (value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0) {
                    yield number.longValue();
                }
                throw wrong(parameter);
            }
            case "Boolean" -> {
                if (value instanceof Boolean flag) {
                    yield flag;
                }
                throw wrong(parameter);
            }
            case "Date" -> {
                try {
                    yield LocalDate.parse(String.valueOf(value));
                } catch (DateTimeException e) {
                    throw wrong(parameter);
                }
            }
            default -> String.valueOf(value);
        };
    }

    private static Refusal wrong(ReportParameter parameter) {
        return Refusal.badValue(parameter.name(), "The value cannot be converted to " + parameter.dataType() + ".");
    }

    /** By which days rows are chosen; a number of no kind of day is taken for the first one. */
    int dateType() {
        return values.get("DateType") instanceof Long number && number > 0 && number <= 6 ? number.intValue() : 0;
    }

    /** Whether a day is within the two that are asked for, both included; none is not. */
    boolean covers(long epochDay) {
        return epochDay != Ticks.NONE && epochDay >= day("From") && epochDay <= day("To");
    }

    /** The last day. */
    long to() {
        return day("To");
    }

    private long day(String key) {
        return values.get(key) instanceof LocalDate day ? day.toEpochDay() : 0;
    }

    /** Whether that business unit, by index, is asked for: all are unless some are named. */
    boolean wants(int businessUnit) {
        return !(values.get("BusinessUnits") instanceof Set<?> some)
                || some.isEmpty()
                || some.contains(Entity.BUSINESS_UNITS.id(businessUnit));
    }

    boolean namesBusinessUnits() {
        return values.get("BusinessUnits") instanceof Set<?> some && !some.isEmpty();
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }
}
