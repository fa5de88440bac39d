package io.fieldhouse.etl.load;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a load will do, before it does it.
 *
 * @param kind what was asked for, such as {@code backfill}
 * @param loadId under which the ledger has whatever planning it and running it did
 * @param groups the units in the order in which they will be loaded; those of a group are fetched together
 */
public record LoadPlan(String kind, UUID loadId, List<List<PlannedUnit>> groups) {
    public LoadPlan {
        groups = groups.stream().map(List::copyOf).toList();
    }

    public Stream<PlannedUnit> units() {
        return groups.stream().flatMap(List::stream);
    }

    /** A line a unit, in order. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(String.format(
                "%s of %d units, %d of them loaded already%n",
                kind, units().count(), units().filter(unit -> !unit.isDue()).count()));
        units().forEach(planned -> lines.append(String.format(
                "  %-32s %s  %s%n",
                planned.unit().title(),
                planned.unit().window(),
                planned.isDue() ? planned.state() : "loaded, skipped")));
        return lines.toString();
    }
}
