/** Who is sent to which appointment (ServiceTitan's dispatch module). */
@NullMarked
package io.fieldhouse.servicetitan.dispatch;

import org.jspecify.annotations.NullMarked;
