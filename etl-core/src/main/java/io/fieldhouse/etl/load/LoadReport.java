package io.fieldhouse.etl.load;

import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.util.List;

/**
 * What a load did.
 *
 * @param source the name of the source
 * @param kind what was asked for
 * @param planned how many units it had, those included that came to light on the way
 * @param forAll what was read for several units, such as missing members
 * @param results a result a unit, in the order in which they ended
 */
public record LoadReport(String source, String kind, long planned, LoadCounts forAll, List<UnitResult> results) {
    public LoadReport {
        results = List.copyOf(results);
    }

    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Whether every unit is loaded, by this load or before. */
    public boolean isComplete() {
        return count(Outcome.LOADED) + count(Outcome.SKIPPED) == planned;
    }

    /** The results of cells of facts, without the steps before and after. */
    public List<UnitResult> cells() {
        return results.stream()
                .filter(result -> result.step() instanceof Step.Cells)
                .toList();
    }

    /** What was read, by all steps and for several units; and what was written of facts. */
    public LoadCounts counts() {
        LoadCounts read = results.stream().map(UnitResult::counts).reduce(forAll, LoadCounts::plus);
        LoadCounts written = cells().stream().map(UnitResult::counts).reduce(LoadCounts.NONE, LoadCounts::plus);
        return new LoadCounts(
                read.read(),
                written.inserted(),
                written.updated(),
                written.deleted(),
                written.unchanged(),
                read.quarantined(),
                read.requests(),
                read.bytes());
    }
}
