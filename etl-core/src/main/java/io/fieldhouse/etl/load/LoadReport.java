package io.fieldhouse.etl.load;

import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.util.List;

/**
 * What a load did.
 *
 * @param planned how many units the plan has
 * @param results a result a unit, in the order in which they ended
 */
public record LoadReport(String kind, long planned, List<UnitResult> results) {
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

    public LoadCounts counts() {
        return results.stream().map(UnitResult::counts).reduce(LoadCounts.NONE, LoadCounts::plus);
    }
}
