/** Phone calls (ServiceTitan's telecom module). */
@NullMarked
package io.fieldhouse.servicetitan.telecom;

import org.jspecify.annotations.NullMarked;
