/** Facts: what is staged becomes rows, and only what differs is written. */
@NullMarked
package io.fieldhouse.etl.fact;

import org.jspecify.annotations.NullMarked;
