@NullMarked
package io.fieldhouse.etl.tracktik.reconcile;

import org.jspecify.annotations.NullMarked;
