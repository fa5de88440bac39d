/** How commands fail: the exit codes, and what people read. */
@NullMarked
package io.fieldhouse.cli.failure;

import org.jspecify.annotations.NullMarked;
