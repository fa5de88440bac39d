package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.reconcile.Tolerance;
import java.time.Instant;
import java.util.List;

/**
 * What comparing a billing period with a CSV found. As text it is a table, with what differs most first.
 *
 * @param id its number in {@code tracktik.reconciliations}
 * @param period the label of the period
 * @param regionIds TrackTik's ids of the sub-regions that were compared
 * @param madeAt when it was made
 * @param worker who made it
 * @param fileName the CSV's name
 * @param fileSha256 the SHA-256 of its bytes
 * @param tolerance how far figures may be apart
 * @param rows what became of the CSV's rows
 * @param counts how many figures came to what
 * @param totals of all regions, one a measure
 * @param regionTotals of each region, one a measure
 * @param unmatched figures that do not match, the greatest difference first; {@code counts} says how many there are in all
 */
public record Reconciliation(
        long id,
        String period,
        List<Long> regionIds,
        Instant madeAt,
        String worker,
        String fileName,
        String fileSha256,
        Tolerance tolerance,
        Rows rows,
        Counts counts,
        List<ReconciledTotal> totals,
        List<ReconciledTotal> regionTotals,
        List<ReconciledFigure> unmatched) {

    /**
     * What became of the rows of a CSV.
     *
     * @param compared how many were compared
     * @param otherPeriods how many were left out as of another period
     * @param otherRegions how many were left out as of a region that was not asked for
     */
    public record Rows(long compared, long otherPeriods, long otherRegions) {}

    /** How many figures came to what. */
    public record Counts(long matches, long differences, long onlyHere, long onlyThere) {
        /** How many figures were compared. */
        public long all() {
            return matches + unmatched();
        }

        /** How many do not match. */
        public long unmatched() {
            return differences + onlyHere + onlyThere;
        }
    }

    /** Whether there are figures, and every one matches. */
    public boolean isClean() {
        return counts.all() > 0 && counts.unmatched() == 0;
    }

    @Override
    public String toString() {
        return new ReconciliationText(this).toString();
    }
}
