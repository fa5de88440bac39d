@NullMarked
package io.fieldhouse.warehouse;

import org.jspecify.annotations.NullMarked;
