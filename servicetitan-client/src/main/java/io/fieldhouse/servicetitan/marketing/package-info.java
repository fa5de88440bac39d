/** Campaigns and what they cost (ServiceTitan's marketing module). */
@NullMarked
package io.fieldhouse.servicetitan.marketing;

import org.jspecify.annotations.NullMarked;
