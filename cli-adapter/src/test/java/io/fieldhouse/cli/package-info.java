@NullMarked
package io.fieldhouse.cli;

import org.jspecify.annotations.NullMarked;
