/** Any collection of TrackTik's, for those that have no type of their own here. */
@NullMarked
package io.fieldhouse.tracktik.resources;

import org.jspecify.annotations.NullMarked;
