@NullMarked
package io.fieldhouse.etl;

import org.jspecify.annotations.NullMarked;
