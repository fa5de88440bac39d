package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.reporting.ReportParameter.AcceptedValues;
import io.fieldhouse.servicetitan.reporting.ReportQuestion.Given;
import io.fieldhouse.servicetitan.transport.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a question against the report's definition before ServiceTitan is asked: a wrong value is no error there, but other
 * rows. Finds every problem at once.
 */
final class ParameterCheck {
    private final ReportDefinition definition;
    private final Function<String, ValueSet> sets;
    private final Map<String, ValueSet> known = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ParameterCheck(ReportDefinition definition, Function<String, ValueSet> sets) {
        this.definition = definition;
        this.sets = sets;
    }

    /**
     * What goes to ServiceTitan: a single value, or a list.
     *
     * @param sets reads a set of values; asked for the sets of what is given only
     * @throws IllegalArgumentException if the report does not take that, with every reason
     */
    static Map<String, Object> resolve(
            ReportQuestion question, ReportDefinition definition, Function<String, ValueSet> sets) {
        return new ParameterCheck(definition, sets).resolve(question);
    }

    private Map<String, Object> resolve(ReportQuestion question) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        question.given().forEach((name, given) -> {
            Optional<ReportParameter> parameter = definition.parameters().stream()
                    .filter(one -> name.equals(one.name()))
                    .findFirst();
            if (parameter.isPresent()) {
                resolved.put(name, value(name, given, parameter.get()));
            } else {
                problems.add("It has no parameter " + name + ". The nearest are "
                        + Nearest.to(name, names(definition.parameters(), ReportParameter::name)) + ".");
            }
        });
        for (ReportParameter parameter : definition.parameters()) {
            String name = Objects.requireNonNullElse(parameter.name(), "");
            if (parameter.isNeeded() && !question.given().containsKey(name)) {
                problems.add("It needs " + name + ", " + article(parameter) + ".");
            }
        }
        for (String column : question.columns()) {
            if (definition.field(column).isEmpty()) {
                problems.add("It has no column " + column + ". The nearest are "
                        + Nearest.to(column, names(definition.fields(), ReportField::name)) + ".");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The report " + question.category() + "/" + question.report() + ", '"
                    + definition.name() + "', cannot be run so:\n- " + String.join("\n- ", problems));
        }
        return resolved;
    }

    private static <T> List<String> names(List<T> parts, Function<T, @Nullable String> name) {
        return parts.stream()
                .map(part -> Objects.requireNonNullElse(name.apply(part), ""))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Object value(String name, Given given, ReportParameter parameter) {
        if (given.several() && !parameter.takesSeveral()) {
            problems.add(name + " takes one value, not several.");
        } else if (given.values().isEmpty()) {
            problems.add(name + " is given no value: leave it out, or give it one.");
        }
        AcceptedValues accepted = parameter.acceptValues();
        ValueSet set = accepted == null ? null : set(accepted);
        if (set == null && given.byLabel()) {
            problems.add(name + " has no set of values: give it the value itself, " + article(parameter) + ".");
            return given.values();
        }
        List<Object> values = new ArrayList<>();
        for (Object one : given.values()) {
            Object sent = set == null
                    ? typed(name, one, parameter)
                    : given.byLabel() ? byLabel(name, one.toString(), set) : inSet(name, one, set);
            values.add(sent);
        }
        return parameter.takesSeveral() || values.isEmpty() ? values : values.get(0);
    }

    /** The values that are accepted, or null where any is: a list of none is what ServiceTitan sends for no list. */
    private @Nullable ValueSet set(AcceptedValues accepted) {
        String id = accepted.dynamicSetId();
        if (id != null && !id.isBlank()) {
            return known.computeIfAbsent(id, sets);
        }
        List<@Nullable List<@Nullable Object>> listed = accepted.values();
        return listed == null || listed.isEmpty() ? null : ValueSet.of("", accepted.fields(), listed);
    }

    private Object byLabel(String name, String label, ValueSet set) {
        List<ValueSet.Entry> found = set.called(label);
        if (found.size() == 1) {
            return found.get(0).value();
        }
        if (found.isEmpty() && set.mayNamePeople()) {
            problems.add(withoutNames(name, set));
            return label;
        }
        String called = set.mayNamePeople() ? "so" : "'" + label + "'";
        problems.add(
                found.isEmpty()
                        ? name + " takes nothing called " + called + ". The nearest are "
                                + Nearest.to(label, labels(set)) + "."
                        : name + " takes several that are called " + called + ": give one of the values "
                                + String.join(
                                        ", ",
                                        found.stream()
                                                .map(entry -> entry.value().toString())
                                                .toList())
                                + ".");
        return label;
    }

    /** The value as the set has it: a number stays a number even if text was given. */
    private Object inSet(String name, Object value, ValueSet set) {
        Optional<ValueSet.Entry> entry = set.entryOf(value);
        if (entry.isPresent()) {
            return entry.get().value();
        }
        problems.add(
                set.mayNamePeople()
                        ? withoutNames(name, set)
                        : name + " does not take '" + value + "'. The nearest are "
                                + Nearest.to(value.toString(), set.texts()) + ".");
        return value;
    }

    private static String withoutNames(String name, ValueSet set) {
        return name + " takes one of " + set.entries().size() + " values, and this is not one of them: valueSet(\""
                + set.id() + "\") lists them.";
    }

    private static List<String> labels(ValueSet set) {
        return set.entries().stream().map(ValueSet.Entry::label).toList();
    }

    private Object typed(String name, Object value, ReportParameter parameter) {
        String text = value.toString();
        Object typed = switch (Objects.requireNonNullElse(parameter.dataType(), "")) {
            case "Number" -> Values.number(text);
            case "Boolean" -> Values.flag(text);
            case "Date" -> text.length() == 10 ? Values.day(text) : null;
            case "Time" -> Values.time(text);
            case "String" -> value instanceof String ? value : null;
            default -> value;
        };
        if (typed == null) {
            problems.add(name + " takes " + article(parameter) + ".");
            return value;
        }
        return typed;
    }

    private static String article(ReportParameter parameter) {
        String one = switch (Objects.requireNonNullElse(parameter.dataType(), "")) {
            case "Number" -> "a number";
            case "Boolean" -> "true or false";
            case "Date" -> "a date such as 2025-10-20";
            case "Time" -> "a time of day such as 07:30";
            case "String" -> "a text";
            default -> "a value";
        };
        return parameter.takesSeveral() ? one + " or several" : one;
    }
}
