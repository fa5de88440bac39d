/** What is asked of TrackTik's data: the rules, as SQL over the dimensions and over the facts of a cell. */
@NullMarked
package io.fieldhouse.etl.tracktik.rules;

import org.jspecify.annotations.NullMarked;
