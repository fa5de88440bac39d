/** Views and facts as CSV. */
@NullMarked
package io.fieldhouse.cli.export;

import org.jspecify.annotations.NullMarked;
