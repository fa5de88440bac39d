/** Business units, technicians, employees and tag types (ServiceTitan's settings module). */
@NullMarked
package io.fieldhouse.servicetitan.settings;

import org.jspecify.annotations.NullMarked;
