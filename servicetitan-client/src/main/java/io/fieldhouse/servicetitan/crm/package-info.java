/** Customers, locations, leads and bookings (ServiceTitan's crm module). */
@NullMarked
package io.fieldhouse.servicetitan.crm;

import org.jspecify.annotations.NullMarked;
