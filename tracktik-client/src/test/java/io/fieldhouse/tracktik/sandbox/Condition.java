package io.fieldhouse.tracktik.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one query parameter asks of a field: {@code path:operator=value}. */
record Condition(String path, String operator, String value) {
    private static final int MOST_IN = 100;

    static Condition of(String key, String value) {
        int colon = key.indexOf(':');
        return colon < 0
                ? new Condition(key, "equal", value)
                : new Condition(key.substring(0, colon), key.substring(colon + 1), value);
    }

    /** What counts when the API requires a filter: {@code employee} does, {@code employee.region} does not. */
    String attribute() {
        return path.endsWith(".id") ? path.substring(0, path.length() - 3) : path;
    }

    List<String> values() {
        List<String> values = operator.equals("in") ? Values.commaSeparated(value) : List.of(value);
        if (values.size() > MOST_IN) {
            throw Refusal.badRequest(path + ":in takes at most " + MOST_IN + " values, not " + values.size());
        }
        return values;
    }

    /** Whether what it finds has one of the {@link #values}. */
    boolean namesValues() {
        return operator.equals("equal") || operator.equals("in");
    }

    /** The values, as the ids that a relation holds. */
    Set<Long> ids() {
        return values().stream().map(id -> Values.number(id, path).longValue()).collect(Collectors.toUnmodifiableSet());
    }

    /** The two ends of a range, of which the first is not after the second. */
    TimeBound[] range() {
        String[] ends = value.split("\\|", -1);
        if (ends.length != 2) {
            throw Refusal.badRequest(path + ":between takes two values, separated by |");
        }
        return new TimeBound[] {TimeBound.of(ends[0], path), TimeBound.of(ends[1], path)};
    }

    /** Null where the API ignores it silently. */
    @Nullable Predicate<@Nullable Object> test(Field<?> field) {
        return switch (operator) {
            case "isnull" -> found -> found == null || found.equals("");
            case "isnotnull" -> found -> found != null && !found.equals("");
            case "gt", "gte", "lt", "lte" -> field.ordered() ? comparison(field) : ignoredOrRefused(field);
            case "not" -> {
                Predicate<@Nullable Object> same = equality(field, value);
                yield found -> found != null && !same.test(found);
            }
            case "equal" -> equality(field, value);
            case "in" -> {
                if (field.type() == Field.Type.RELATION) {
                    Set<Long> ids = ids();
                    yield found -> found instanceof Long id && ids.contains(id);
                }
                List<Predicate<@Nullable Object>> any =
                        values().stream().map(one -> equality(field, one)).toList();
                yield found -> any.stream().anyMatch(one -> one.test(found));
            }
            case "inSet" -> membership(field);
            default -> field.type().timed() ? timed(field) : textual(field);
        };
    }

    private @Nullable Predicate<@Nullable Object> ignoredOrRefused(Field<?> field) {
        if (field.type().timed()) {
            return null;
        }
        throw unknown(field);
    }

    private Refusal unknown(Field<?> field) {
        return Refusal.badRequest("operator " + operator + " is not available for " + field.name());
    }

    private Predicate<@Nullable Object> comparison(Field<?> field) {
        BigDecimal bound = field.type().timed()
                ? BigDecimal.valueOf(TimeBound.of(value, path).first())
                : Values.number(value, path);
        return found -> {
            if (found == null) {
                return false;
            }
            int order = new BigDecimal(
                            found instanceof Moment moment
                                    ? String.valueOf(moment.epochSecond())
                                    : String.valueOf(found))
                    .compareTo(bound);
            return switch (operator) {
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        };
    }

    private Predicate<@Nullable Object> equality(Field<?> field, String wanted) {
        if (field.type().timed()) {
            TimeBound day = TimeBound.of(wanted, path);
            return found -> found != null && day.reachedBy(moment(found)) && !day.passedBy(moment(found));
        }
        return switch (field.type()) {
            case RELATION -> {
                long id = Values.number(wanted, path).longValue();
                yield found -> found instanceof Long other && other == id;
            }
            case NUMBER -> {
                BigDecimal number = Values.number(wanted, path);
                yield found -> found != null && new BigDecimal(found.toString()).compareTo(number) == 0;
            }
            case FLAG -> {
                boolean flag = wanted.equals("1") || wanted.equalsIgnoreCase("true");
                yield found -> found instanceof Boolean other && other == flag;
            }
            case TEXT, SET -> found -> found != null && found.toString().equalsIgnoreCase(wanted);
            default -> throw unknown(field);
        };
    }

    private Predicate<@Nullable Object> timed(Field<?> field) {
        if (operator.equals("between")) {
            TimeBound[] ends = range();
            return found -> found != null && ends[0].reachedBy(moment(found)) && !ends[1].passedBy(moment(found));
        }
        TimeBound bound = TimeBound.of(value, path);
        return switch (operator) {
            case "after" -> found -> found != null && bound.passedBy(moment(found));
            case "before" -> found -> found != null && !bound.reachedBy(moment(found));
            default -> throw unknown(field);
        };
    }

    private Predicate<@Nullable Object> textual(Field<?> field) {
        if (!field.type().textual()) {
            throw unknown(field);
        }
        String wanted = Values.lower(value);
        return switch (operator) {
            case "contains" ->
                found -> found != null && Values.lower(found.toString()).contains(wanted);
            case "startswith" ->
                found -> found != null && Values.lower(found.toString()).startsWith(wanted);
            case "endswith" ->
                found -> found != null && Values.lower(found.toString()).endsWith(wanted);
            default -> throw unknown(field);
        };
    }

    /** A comma asks for all of the words around it, a bar for any. */
    private Predicate<@Nullable Object> membership(Field<?> field) {
        if (field.type() != Field.Type.SET) {
            throw unknown(field);
        }
        List<List<String>> any = Stream.of(Values.lower(value).split("\\|", -1))
                .map(Values::commaSeparated)
                .toList();
        return found -> {
            List<String> set = found == null ? List.of() : Values.commaSeparated(Values.lower(found.toString()));
            return any.stream().anyMatch(set::containsAll);
        };
    }

    private static Moment moment(Object found) {
        return found instanceof LocalDate day ? Moment.midnight(day) : (Moment) found;
    }
}
