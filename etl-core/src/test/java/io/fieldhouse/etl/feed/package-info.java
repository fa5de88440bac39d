@NullMarked
package io.fieldhouse.etl.feed;

import org.jspecify.annotations.NullMarked;
