/** What is loaded. */
@NullMarked
package io.fieldhouse.cli.status;

import org.jspecify.annotations.NullMarked;
