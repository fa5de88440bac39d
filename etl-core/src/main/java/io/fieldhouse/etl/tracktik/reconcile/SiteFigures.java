package io.fieldhouse.etl.tracktik.reconcile;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a CSV says of a site.
 *
 * @param region the region as it is named there, where the mapping has one
 * @param site the site as it is named there
 * @param figures those that are not empty
 */
record SiteFigures(@Nullable String region, String site, Map<Measure, BigDecimal> figures) {}
