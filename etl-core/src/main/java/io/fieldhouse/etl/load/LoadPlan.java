package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a load will do, before it does it.
 *
 * @param kind what was asked for, such as {@code backfill}
 * @param loadId under which the ledger has whatever planning it and running it did
 * @param groups the units in the order in which they will be loaded; those of a group are fetched together
 * @param failure why units may be missing: it could not be found out what has changed; the others are loaded all the same
 */
public record LoadPlan(
        String kind,
        UUID loadId,
        List<List<PlannedUnit>> groups,
        @Nullable LoadException failure) {
    public LoadPlan {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** A plan that lacks nothing. */
    public LoadPlan(String kind, UUID loadId, List<List<PlannedUnit>> groups) {
        this(kind, loadId, groups, null);
    }

    /** The same, where units may be missing. */
    public LoadPlan with(@Nullable LoadException why) {
        return new LoadPlan(kind, loadId, groups, why);
    }

    public Stream<PlannedUnit> units() {
        return groups.stream().flatMap(List::stream);
    }

    /** A line a unit, in order, and what may be missing. */
    @Override
    public String toString() {
        long count = units().count();
        long due = units().filter(PlannedUnit::isDue).count();
        StringBuilder lines = new StringBuilder(String.format(
                "%s of %d %s, %d of them to be loaded%n", kind, count, count == 1 ? "unit" : "units", due));
        units().forEach(planned -> lines.append(String.format(
                "  %-32s %s  %s%n", planned.unit().title(), planned.unit().window(), planned.stands())));
        if (failure != null) {
            lines.append(String.format("  What has changed in other periods is not known: %s%n", failure.getMessage()));
        }
        return lines.toString();
    }
}
