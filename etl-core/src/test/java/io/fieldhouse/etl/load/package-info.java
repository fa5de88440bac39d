@NullMarked
package io.fieldhouse.etl.load;

import org.jspecify.annotations.NullMarked;
