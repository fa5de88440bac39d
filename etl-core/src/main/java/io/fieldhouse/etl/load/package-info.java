/** Loads: how they are planned, run and reported. */
@NullMarked
package io.fieldhouse.etl.load;

import org.jspecify.annotations.NullMarked;
