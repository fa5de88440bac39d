/** Billing codes, contracts and invoices (TrackTik's billing module). */
@NullMarked
package io.fieldhouse.tracktik.billing;

import org.jspecify.annotations.NullMarked;
