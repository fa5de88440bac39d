/** Estimates (ServiceTitan's sales module). */
@NullMarked
package io.fieldhouse.servicetitan.sales;

import org.jspecify.annotations.NullMarked;
