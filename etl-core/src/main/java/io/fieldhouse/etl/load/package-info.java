/** Loads: a plan of units, the ledger that claims and remembers them, and the runner. */
@NullMarked
package io.fieldhouse.etl.load;

import org.jspecify.annotations.NullMarked;
