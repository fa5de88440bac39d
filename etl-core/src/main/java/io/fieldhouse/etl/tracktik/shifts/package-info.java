/**
 * Shifts, from the vendor's page to the facts, in four steps: {@code ReadShifts} stages what TrackTik sends, {@code
 * CompleteShifts} asks for what is missing, {@code PlaceShifts} finds each shift's region, site and day, {@code CommitShifts}
 * makes the facts of a cell what was staged.
 */
@NullMarked
package io.fieldhouse.etl.tracktik.shifts;

import org.jspecify.annotations.NullMarked;
