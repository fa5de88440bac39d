/**
 * A typed client for the ServiceTitan API: begin with {@link io.fieldhouse.servicetitan.ServiceTitan}. Knows nothing of the
 * warehouse, of loads, or of other vendors.
 */
@NullMarked
package io.fieldhouse.servicetitan;

import org.jspecify.annotations.NullMarked;
