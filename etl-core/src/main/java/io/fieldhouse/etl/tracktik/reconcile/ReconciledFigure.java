package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.reconcile.Outcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a site, here and there.
 *
 * @param regionId TrackTik's id of the region, where the CSV leads to one
 * @param region its name, or what the CSV calls it
 * @param clientId TrackTik's id of the site, where the CSV leads to one
 * @param siteCode the site as the CSV names it, where it does
 * @param site its name, where it is known
 * @param measure which figure
 * @param here the warehouse's sum
 * @param there the CSV's sum
 * @param difference the warehouse's sum less the CSV's
 * @param outcome what comes of it
 * @param remark why the CSV's name leads nowhere
 */
public record ReconciledFigure(
        @Nullable Long regionId,
        @Nullable String region,
        @Nullable Long clientId,
        @Nullable String siteCode,
        @Nullable String site,
        Measure measure,
        @Nullable BigDecimal here,
        @Nullable BigDecimal there,
        BigDecimal difference,
        Outcome outcome,
        @Nullable String remark) {}
