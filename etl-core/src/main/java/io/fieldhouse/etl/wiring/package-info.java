/** Wiring: which sources there are, and what they are made from. The only package that knows the injector. */
@NullMarked
package io.fieldhouse.etl.wiring;

import org.jspecify.annotations.NullMarked;
