/** Feeds: what is read from a vendor, and which column each of its values lands in. */
@NullMarked
package io.fieldhouse.etl.feed;

import org.jspecify.annotations.NullMarked;
