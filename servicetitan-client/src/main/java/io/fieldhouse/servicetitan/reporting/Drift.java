package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.reporting.Shape.Column;
import io.fieldhouse.servicetitan.reporting.Shape.Parameter;
import io.fieldhouse.servicetitan.reporting.Shape.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in words in what one shape of a report differs from an earlier one. */
final class Drift {
    private final List<String> changes = new ArrayList<>();

    private Drift() {}

    static List<String> between(Shape then, Shape now) {
        Drift drift = new Drift();
        drift.change("The report is called", then.name(), now.name());
        drift.compare("parameter", then.parameters(), now.parameters(), drift::parameter);
        drift.compare("column", then.columns(), now.columns(), drift::column);
        return List.copyOf(drift.changes);
    }

    /** Says in what a part differs from what it was. */
    private interface Comparison<T> {
        void compare(String part, T then, T now);
    }

    private <T extends Part> void compare(String noun, List<T> then, List<T> now, Comparison<T> comparison) {
        Map<String, T> before = byName(then);
        Map<String, T> after = byName(now);
        Map<String, T> fresh = new LinkedHashMap<>(after);
        fresh.keySet().removeAll(before.keySet());
        before.forEach((name, part) -> {
            if (after.containsKey(name)) {
                return;
            }
            Optional<T> renamed = fresh.values().stream()
                    .filter(other -> isTheSame(part, other))
                    .findFirst();
            String gone = "The " + noun + " " + name;
            if (renamed.isPresent()) {
                String newName = renamed.get().name();
                fresh.remove(newName);
                changes.add(gone + " is called " + newName + " now.");
                comparison.compare("The " + noun + " " + newName, part, renamed.get());
            } else {
                changes.add(gone + " is gone.");
            }
        });
        fresh.forEach((name, part) -> changes.add("The " + noun + " " + name + " is new"
                + (part.needed() ? ", and required" : "") + " (" + part.kind() + ")."));
        before.forEach((name, part) -> {
            T other = after.get(name);
            if (other != null) {
                comparison.compare("The " + noun + " " + name, part, other);
            }
        });
        List<String> orderThen =
                before.keySet().stream().filter(after::containsKey).toList();
        List<String> orderNow =
                after.keySet().stream().filter(before::containsKey).toList();
        if (!orderThen.equals(orderNow)) {
            changes.add("The " + noun + "s stand in another order: " + String.join(", ", orderNow) + ".");
        }
    }

    /** Whether one part may be the other by another name: people see no difference. */
    private static boolean isTheSame(Part one, Part other) {
        return !one.label().isEmpty()
                && one.label().equals(other.label())
                && one.kind().equals(other.kind());
    }

    private static <T extends Part> Map<String, T> byName(List<T> parts) {
        Map<String, T> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.putIfAbsent(part.name(), part));
        return byName;
    }

    private void parameter(String part, Parameter then, Parameter now) {
        change(part + " is labelled", then.label(), now.label());
        change(part + " takes", then.kind(), now.kind());
        if (then.needed() != now.needed()) {
            changes.add(part + (now.needed() ? " is required now." : " is not required any more."));
        }
        change(part + " takes its values from", then.source(), now.source());
        if (then.set().equals(now.set())) {
            List<String> lost = without(then.values(), now.values());
            if (!lost.isEmpty()) {
                changes.add(part + " does not take " + String.join(", ", lost) + " any more.");
            }
            List<String> more = without(now.values(), then.values());
            if (!more.isEmpty()) {
                changes.add(part + " takes " + String.join(", ", more) + " as well.");
            }
        }
    }

    private void column(String part, Column then, Column now) {
        change(part + " is labelled", then.label(), now.label());
        change(part + " is a", then.kind(), now.kind());
    }

    private void change(String what, String then, String now) {
        if (!then.equals(now)) {
            changes.add(what + " '" + now + "' now, not '" + then + "'.");
        }
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(value -> !others.contains(value)).toList();
    }
}
