package io.fieldhouse.etl.load;

/**
 * A unit that a worker has claimed: no other loads it until the claim ends or lapses.
 *
 * @param attempt its number in the log, by which its rows are known
 * @param turn how often the unit had been begun, this time included
 */
public record Claim(PlannedUnit planned, Attempt attempt, int turn) {
    public Unit unit() {
        return planned.unit();
    }
}
