@NullMarked
package io.fieldhouse.cli.source;

import org.jspecify.annotations.NullMarked;
