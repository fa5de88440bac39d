@NullMarked
package io.fieldhouse.cli.setup;

import org.jspecify.annotations.NullMarked;
