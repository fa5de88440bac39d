/** The way to the database: statements with named placeholders, and the sessions that run them. */
@NullMarked
package io.fieldhouse.etl.sql;

import org.jspecify.annotations.NullMarked;
