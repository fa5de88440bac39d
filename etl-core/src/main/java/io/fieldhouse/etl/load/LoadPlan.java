package io.fieldhouse.etl.load;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a load will do, before it does it.
 *
 * @param source the name of the source that is loaded
 * @param kind what was asked for, such as {@code backfill}
 * @param loadId by which the ledger knows all that running it does
 * @param phases the steps: those of a phase run side by side, and the next phase begins when all of them have ended
 * @param remarks what people should know of it, a sentence each
 */
public record LoadPlan(String source, String kind, UUID loadId, List<List<Step>> phases, List<String> remarks) {
    public LoadPlan {
        remarks = List.copyOf(remarks);
        phases = phases.stream().map(List::copyOf).toList();
    }

    public Stream<Step> steps() {
        return phases.stream().flatMap(List::stream);
    }

    public Stream<PlannedUnit> units() {
        return steps().flatMap(step -> step.units().stream());
    }

    /** The cells of facts, without the steps before and after. */
    public Stream<PlannedUnit> cells() {
        return steps().filter(Step.Cells.class::isInstance).flatMap(step -> step.units().stream());
    }

    /** A line a unit, in order, and the remarks. */
    @Override
    public String toString() {
        long count = cells().count();
        long due = cells().filter(PlannedUnit::isDue).count();
        StringBuilder lines = new StringBuilder(
                String.format("%s %s: %d %s, %d to load%n", source, kind, count, count == 1 ? "unit" : "units", due));
        steps().forEach(step -> step.units().forEach(planned -> lines.append(line(step, planned))));
        remarks.forEach(remark -> lines.append(remark).append(System.lineSeparator()));
        return lines.toString();
    }

    private static String line(Step step, PlannedUnit planned) {
        Unit unit = planned.unit();
        String line = String.format(
                "  %-8s %-32s %-24s  %s",
                step.verb(), unit.title(), unit.window() == null ? "" : unit.window(), planned.stands());
        return line.stripTrailing() + System.lineSeparator();
    }
}
