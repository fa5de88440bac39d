/** A billing period against a CSV. */
@NullMarked
package io.fieldhouse.cli.reconcile;

import org.jspecify.annotations.NullMarked;
