/** Commands and words of TrackTik: billing periods, sub-regions and what is loaded of them. */
@NullMarked
package io.fieldhouse.cli.tracktik;

import org.jspecify.annotations.NullMarked;
