/** Timesheets (ServiceTitan's timesheets module). */
@NullMarked
package io.fieldhouse.servicetitan.timesheets;

import org.jspecify.annotations.NullMarked;
