/** Reconciliation: hours and amounts of a billing period, site by site, against a CSV of the owner's. */
@NullMarked
package io.fieldhouse.etl.tracktik.reconcile;

import org.jspecify.annotations.NullMarked;
