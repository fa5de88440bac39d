@NullMarked
package io.fieldhouse.cli.reconcile;

import org.jspecify.annotations.NullMarked;
