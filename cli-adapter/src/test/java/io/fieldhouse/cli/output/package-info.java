@NullMarked
package io.fieldhouse.cli.output;

import org.jspecify.annotations.NullMarked;
