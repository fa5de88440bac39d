@NullMarked
package io.fieldhouse.cli.status;

import org.jspecify.annotations.NullMarked;
