package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.reporting.Shape.Column;
import io.fieldhouse.servicetitan.reporting.Shape.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Says in words in what one shape of a report differs from an earlier one. */
final class Drift {
    private final List<String> changes = new ArrayList<>();

    private Drift() {}

    static List<String> between(Shape then, Shape now) {
        Drift drift = new Drift();
        drift.said("The report", "is called", then.name(), now.name());
        drift.compare(then.parameters(), now.parameters(), PARAMETERS);
        drift.compare(then.columns(), now.columns(), COLUMNS);
        return List.copyOf(drift.changes);
    }

    /** How parts of a report, its parameters or its columns, are told apart and compared. */
    private record Kind<T>(
            String noun,
            Function<T, String> name,
            BiPredicate<T, T> mayBeRenamed,
            Function<T, String> words,
            Comparison<T> comparison) {}

    private interface Comparison<T> {
        void compare(Drift drift, String called, T then, T now);
    }

    private static final Kind<Parameter> PARAMETERS = new Kind<>(
            "parameter",
            Parameter::name,
            (then, now) -> !then.label().isEmpty()
                    && then.label().equals(now.label())
                    && then.type().equals(now.type()),
            parameter -> (parameter.needed() ? "required, " : "") + typeOf(parameter),
            Drift::parameter);

    private static final Kind<Column> COLUMNS = new Kind<>(
            "column",
            Column::name,
            (then, now) -> !then.label().isEmpty()
                    && then.label().equals(now.label())
                    && then.type().equals(now.type()),
            Column::type,
            Drift::column);

    private <T> void compare(List<T> then, List<T> now, Kind<T> kind) {
        Map<String, T> before = byName(then, kind);
        Map<String, T> after = byName(now, kind);
        Map<String, T> gone = new LinkedHashMap<>(before);
        gone.keySet().removeAll(after.keySet());
        Map<String, T> fresh = new LinkedHashMap<>(after);
        fresh.keySet().removeAll(before.keySet());
        gone.forEach((name, part) -> {
            Optional<Map.Entry<String, T>> renamed = fresh.entrySet().stream()
                    .filter(entry -> kind.mayBeRenamed.test(part, entry.getValue()))
                    .findFirst();
            if (renamed.isPresent()) {
                String newName = renamed.get().getKey();
                changes.add("The " + kind.noun + " " + name + " is called " + newName + " now.");
                kind.comparison.compare(this, "The " + kind.noun + " " + newName, part, fresh.remove(newName));
            } else {
                changes.add("The " + kind.noun + " " + name + " is gone.");
            }
        });
        fresh.forEach((name, part) ->
                changes.add("The " + kind.noun + " " + name + " is new (" + kind.words.apply(part) + ")."));
        before.forEach((name, part) -> {
            T other = after.get(name);
            if (other != null) {
                kind.comparison.compare(this, "The " + kind.noun + " " + name, part, other);
            }
        });
        order(before, after, kind);
    }

    private <T> void order(Map<String, T> before, Map<String, T> after, Kind<T> kind) {
        List<String> then = before.keySet().stream().filter(after::containsKey).toList();
        List<String> now = after.keySet().stream().filter(before::containsKey).toList();
        if (!then.equals(now)) {
            changes.add("The " + kind.noun + "s stand in another order: " + String.join(", ", now) + ".");
        }
    }

    private static <T> Map<String, T> byName(List<T> parts, Kind<T> kind) {
        Map<String, T> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.putIfAbsent(kind.name.apply(part), part));
        return byName;
    }

    private static void parameter(Drift drift, String called, Parameter then, Parameter now) {
        drift.said(called, "is labelled", then.label(), now.label());
        drift.said(called, "takes", typeOf(then), typeOf(now));
        if (then.needed() != now.needed()) {
            drift.changes.add(called + (now.needed() ? " is required now." : " is not required any more."));
        }
        drift.said(called, "takes its values from", source(then), source(now));
        List<String> lost = without(then.values(), now.values());
        List<String> fresh = without(now.values(), then.values());
        if (then.set().equals(now.set()) && !lost.isEmpty()) {
            drift.changes.add(called + " does not take " + String.join(", ", lost) + " any more.");
        }
        if (then.set().equals(now.set()) && !fresh.isEmpty()) {
            drift.changes.add(called + " takes " + String.join(", ", fresh) + " as well.");
        }
    }

    private static void column(Drift drift, String called, Column then, Column now) {
        drift.said(called, "is labelled", then.label(), now.label());
        drift.said(called, "is a", then.type(), now.type());
    }

    private void said(String what, String verb, String then, String now) {
        if (!Objects.equals(then, now)) {
            changes.add(what + " " + verb + " '" + now + "' now, not '" + then + "'.");
        }
    }

    private static String typeOf(Parameter parameter) {
        return (parameter.several() ? "a list of " : "") + parameter.type();
    }

    private static String source(Parameter parameter) {
        return parameter.set().isEmpty() ? "no set" : "the set " + parameter.set();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(value -> !others.contains(value)).toList();
    }
}
