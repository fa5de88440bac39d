@NullMarked
package io.fieldhouse.cli.quality;

import org.jspecify.annotations.NullMarked;
