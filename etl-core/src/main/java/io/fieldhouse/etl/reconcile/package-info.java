/** Comparing figures with a CSV that a person gives: reading it, and what comparing a figure comes to. */
@NullMarked
package io.fieldhouse.etl.reconcile;

import org.jspecify.annotations.NullMarked;
