@NullMarked
package io.fieldhouse.cli.load;

import org.jspecify.annotations.NullMarked;
