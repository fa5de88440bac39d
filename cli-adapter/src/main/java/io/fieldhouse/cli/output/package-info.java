/** What commands say, and where it goes. */
@NullMarked
package io.fieldhouse.cli.output;

import org.jspecify.annotations.NullMarked;
