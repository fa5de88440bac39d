package io.fieldhouse.etl.load;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A unit, and its state when the plan is made.
 *
 * @param since it is to be loaded unless it was loaded at this moment or later
 * @param state as in the ledger: pending, claimed, loaded or failed; pending, where it is not there
 * @param loadedAt when it was last committed
 */
public record PlannedUnit(
        Unit unit,
        OffsetDateTime since,
        String state,
        @Nullable OffsetDateTime loadedAt) {
    /** Whether there is something to do. */
    public boolean isDue() {
        return !state.equals("loaded") || loadedAt == null || loadedAt.isBefore(since);
    }

    /** Its state in words. */
    String stands() {
        if (unit.settledAt() == null) {
            return "";
        }
        if (state.equals("loaded")) {
            return isDue() ? "loaded, again" : "loaded, skipped";
        }
        return state;
    }
}
