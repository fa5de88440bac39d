/** Pay codes, schedules, runs and their lines (TrackTik's payroll module). */
@NullMarked
package io.fieldhouse.tracktik.payroll;

import org.jspecify.annotations.NullMarked;
