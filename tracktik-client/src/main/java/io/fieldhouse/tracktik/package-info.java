/**
 * A typed client for the TrackTik API: begin with {@link io.fieldhouse.tracktik.TrackTik}. Knows nothing of the warehouse,
 * of loads, or of other vendors.
 */
@NullMarked
package io.fieldhouse.tracktik;

import org.jspecify.annotations.NullMarked;
