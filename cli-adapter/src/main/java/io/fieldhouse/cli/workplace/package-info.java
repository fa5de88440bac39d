/** What commands work with: options, configuration, the data folder and the warehouse. */
@NullMarked
package io.fieldhouse.cli.workplace;

import org.jspecify.annotations.NullMarked;
