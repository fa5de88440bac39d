@NullMarked
package io.fieldhouse.etl.reconcile;

import org.jspecify.annotations.NullMarked;
