/** Shifts, their breaks, changes, hours and money (TrackTik's scheduling module). */
@NullMarked
package io.fieldhouse.tracktik.scheduling;

import org.jspecify.annotations.NullMarked;
