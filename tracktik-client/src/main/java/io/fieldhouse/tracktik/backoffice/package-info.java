/** The ledger of pay and bill, and holidays (TrackTik's back office). */
@NullMarked
package io.fieldhouse.tracktik.backoffice;

import org.jspecify.annotations.NullMarked;
