/** The sources as the command knows them, and what it opens to load them. */
@NullMarked
package io.fieldhouse.cli.source;

import org.jspecify.annotations.NullMarked;
