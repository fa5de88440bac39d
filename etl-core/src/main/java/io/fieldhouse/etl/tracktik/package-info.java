/** The TrackTik load: its feeds, its dimensions, and how a unit of shifts becomes facts. */
@NullMarked
package io.fieldhouse.etl.tracktik;

import org.jspecify.annotations.NullMarked;
