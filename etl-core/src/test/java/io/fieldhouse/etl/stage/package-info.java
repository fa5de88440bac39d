@NullMarked
package io.fieldhouse.etl.stage;

import org.jspecify.annotations.NullMarked;
