/** The warehouse: its migrations, its roles, and its typed model. Knows nothing of vendors or loads. */
@NullMarked
package io.fieldhouse.warehouse;

import org.jspecify.annotations.NullMarked;
