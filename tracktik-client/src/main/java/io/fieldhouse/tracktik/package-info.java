/** A typed client for the TrackTik API. Knows nothing of the warehouse, of loads, or of other vendors. */
@NullMarked
package io.fieldhouse.tracktik;

import org.jspecify.annotations.NullMarked;
