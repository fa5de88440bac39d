@NullMarked
package io.fieldhouse.etl.quality;

import org.jspecify.annotations.NullMarked;
