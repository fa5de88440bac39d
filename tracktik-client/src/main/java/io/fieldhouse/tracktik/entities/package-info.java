/** People and places: regions, clients, accounts, employees, positions and work sessions (TrackTik's core entities). */
@NullMarked
package io.fieldhouse.tracktik.entities;

import org.jspecify.annotations.NullMarked;
