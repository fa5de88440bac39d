/** A real PostgreSQL for tests: one server a JVM, a migrated warehouse of its own for each test class. */
@NullMarked
package io.fieldhouse.warehouse.testing;

import org.jspecify.annotations.NullMarked;
