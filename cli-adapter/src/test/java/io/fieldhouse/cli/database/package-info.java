/** Tests of the embedded database, with processes that come, go and die. */
@NullMarked
package io.fieldhouse.cli.database;

import org.jspecify.annotations.NullMarked;
