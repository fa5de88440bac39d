@NullMarked
package io.fieldhouse.etl.dimension;

import org.jspecify.annotations.NullMarked;
