/** Jobs, appointments, job types and projects (ServiceTitan's jpm module). */
@NullMarked
package io.fieldhouse.servicetitan.jpm;

import org.jspecify.annotations.NullMarked;
