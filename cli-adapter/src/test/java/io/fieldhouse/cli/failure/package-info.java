@NullMarked
package io.fieldhouse.cli.failure;

import org.jspecify.annotations.NullMarked;
