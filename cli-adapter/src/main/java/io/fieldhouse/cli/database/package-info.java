/** The warehouse's database: somebody's server, or an embedded one that lasts. */
@NullMarked
package io.fieldhouse.cli.database;

import org.jspecify.annotations.NullMarked;
