/** Dimensions with history (SCD type 2): snapshots are merged into versions of a key, by set-based SQL. */
@NullMarked
package io.fieldhouse.etl.dimension;

import org.jspecify.annotations.NullMarked;
