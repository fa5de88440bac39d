/** Purchase orders and returns (ServiceTitan's inventory module). */
@NullMarked
package io.fieldhouse.servicetitan.inventory;

import org.jspecify.annotations.NullMarked;
