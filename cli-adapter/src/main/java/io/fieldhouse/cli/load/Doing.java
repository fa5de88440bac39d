package io.fieldhouse.cli.load;

import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a load does before and after its cells, in words. */
final class Doing {
    private Doing() {}

    /** Nothing for a cell, which is shown where it stands. */
    static Optional<String> of(Step step, Unit unit) {
        if (step instanceof Step.Cells) {
            return Optional.empty();
        }
        return Optional.of(
                (step instanceof Step.Refresh ? "Reading " : step instanceof Step.Follow ? "Looking for " : "Checking ")
                        + unit.title());
    }

    static Stream<Unit> cells(List<Step> steps) {
        return steps.stream()
                .filter(Step.Cells.class::isInstance)
                .flatMap(step -> step.units().stream())
                .map(planned -> planned.unit());
    }
}
