@NullMarked
package io.fieldhouse.etl.fact;

import org.jspecify.annotations.NullMarked;
