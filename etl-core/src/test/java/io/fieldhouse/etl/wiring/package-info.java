@NullMarked
package io.fieldhouse.etl.wiring;

import org.jspecify.annotations.NullMarked;
