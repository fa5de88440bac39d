@NullMarked
package io.fieldhouse.cli.log;

import org.jspecify.annotations.NullMarked;
