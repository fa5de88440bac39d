/** Commands that configure Fieldhouse and keep its database. */
@NullMarked
package io.fieldhouse.cli.setup;

import org.jspecify.annotations.NullMarked;
