package io.fieldhouse.etl.tracktik.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What figures come to, matches included.
 *
 * @param regionId TrackTik's id of the region; nothing in the total of all, and where the CSV does not lead to a region
 * @param region its name
 * @param measure which figure
 * @param here the warehouse's total
 * @param there the CSV's total
 * @param difference the warehouse's total less the CSV's
 */
public record ReconciledTotal(
        @Nullable Long regionId,
        @Nullable String region,
        Measure measure,
        BigDecimal here,
        BigDecimal there,
        BigDecimal difference) {}
