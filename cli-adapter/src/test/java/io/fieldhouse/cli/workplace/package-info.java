@NullMarked
package io.fieldhouse.cli.workplace;

import org.jspecify.annotations.NullMarked;
