package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.reconcile.CsvLimits;
import io.fieldhouse.etl.reconcile.Tolerance;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be compared with a CSV, and how.
 *
 * @param period the billing period
 * @param regions TrackTik's ids of the sub-regions
 * @param mapping how the CSV is read
 * @param tolerance how far figures may be apart
 * @param limits how much the CSV may hold
 * @param worker who asks for it
 */
public record ReconcileRequest(
        Period period, Set<Long> regions, CsvMapping mapping, Tolerance tolerance, CsvLimits limits, String worker) {
    public ReconcileRequest {
        if (regions.isEmpty()) {
            throw new Refusal("Nothing is to be compared: name one region at least.");
        }
        regions = Collections.unmodifiableSet(new TreeSet<>(regions));
    }

    /** With the tolerance and the limits that are usual. */
    public static ReconcileRequest of(Period period, Set<Long> regions, CsvMapping mapping, String worker) {
        return new ReconcileRequest(period, regions, mapping, Tolerance.DEFAULT, CsvLimits.DEFAULT, worker);
    }
}
