package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param planned how many units the plan has
 * @param forAll what was read for several units, such as dimensions
 * @param results a result a unit, in the order in which they ended
 * @param failure why the plan may have lacked units, if it did
 */
public record LoadReport(
        String kind,
        long planned,
        LoadCounts forAll,
        List<UnitResult> results,
        @Nullable LoadException failure) {
    public LoadReport {
        results = List.copyOf(results);
    }

    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The same with what was read for several units. */
    public LoadReport with(LoadCounts readForAll) {
        return new LoadReport(kind, planned, readForAll, results, failure);
    }

    /** Whether every unit is loaded, by this load or before, and it was known which ones to load. */
    public boolean isComplete() {
        return failure == null && count(Outcome.LOADED) + count(Outcome.SKIPPED) == planned;
    }

    /** What was read, for all units and for each; and what was written of units. */
    public LoadCounts counts() {
        return results.stream().map(UnitResult::counts).reduce(forAll, LoadCounts::plus);
    }
}
