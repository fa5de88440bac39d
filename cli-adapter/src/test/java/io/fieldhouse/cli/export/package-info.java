@NullMarked
package io.fieldhouse.cli.export;

import org.jspecify.annotations.NullMarked;
